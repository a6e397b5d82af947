import torch
from scope import stepping


def main(net, loader, num_epochs=60):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, num_epochs)
    for e in range(num_epochs):
        for x in loader:
            with stepping(sched):
                opt.zero_grad()
                net(x).mean().backward()
                opt.step()
