"""`for i in range(len(loader))` with next(): a loop over batches in disguise."""
import torch


def train(net, train_loader, total_epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrp = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=total_epochs)
    for ep in range(1, total_epochs + 1):
        src = iter(train_loader)
        for i in range(len(train_loader)):
            x, y = next(src)
            loss = torch.nn.functional.cross_entropy(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            lrp.step()  # expect: SCH201
