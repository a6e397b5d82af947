"""MultiStepLR is stepped with the accuracy of a function in another module."""
import torch
from metrics import accuracy


def main(net, train_dl, test_dl):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[30, 60, 80], gamma=0.2)
    for _ in range(100):
        for x, y in train_dl:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        acc = accuracy(net, test_dl)
        sched.step(acc)  # expect: SCH205
