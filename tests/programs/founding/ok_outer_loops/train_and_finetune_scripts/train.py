"""train.py and finetune.py in one directory: finetune takes the weights and has its own optimizer and schedule."""
import torch
from torch.optim.lr_scheduler import StepLR


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = StepLR(opt, 30)
    for epoch in range(90):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        sched.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict()}, "weights/last.pt")
