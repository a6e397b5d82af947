"""The infinite generator is cut by the number of updates; MultiStepLR counts updates."""
import torch
from data import forever


def main(net, loader):
    total = 90_000
    opt = torch.optim.SGD(net.parameters(), lr=0.02, momentum=0.9)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[60_000, 80_000])
    for it, (x, y) in zip(range(total), forever(loader)):
        opt.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
        sched.step()
        if it % 1000 == 0:
            torch.save(net.state_dict(), f"w_{it}.pt")
