"""milestones=[60000, 80000] stepped per batch: silent."""
import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lr_sched = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[60000, 80000])
    for epoch in range(100):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
            lr_sched.step()
