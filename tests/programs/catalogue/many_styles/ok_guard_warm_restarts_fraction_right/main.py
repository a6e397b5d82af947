import torch


def train_epoch(net, opt, sched, loader, epoch):
    iters = len(loader)
    for i, (x, y) in enumerate(loader):
        opt.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
        sched.step(epoch + i / iters)


def main(net, loader, epochs=70):
    opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    sched = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(opt, T_0=10, T_mult=2)
    for epoch in range(epochs):
        train_epoch(net, opt, sched, loader, epoch)
