import torch
from torch import nn, optim
from torch.optim.lr_scheduler import StepLR

from dataset import loader


def main():
    net = nn.Linear(12, 4)
    opt = optim.SGD(net.parameters(), lr=0.01, momentum=0.9)  # expect: SCH304
    sched = StepLR(opt, step_size=20, gamma=0.1)  # expect: SCH301
    saved = torch.load("checkpoints/last.pth")
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    sched.load_state_dict(saved["sched"])
    for epoch in range(saved["epoch"] + 1, 90):
        for x, y in loader():
            opt.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        sched.step()


if __name__ == "__main__":
    main()
