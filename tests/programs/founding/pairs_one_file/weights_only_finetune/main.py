"""pretrain() and finetune() share the file, but finetune takes just the weights: other lr and class are right: silent."""
import torch
from torch.optim import lr_scheduler

FILE = "pretrained.pth"


def pretrain(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = lr_scheduler.MultiStepLR(opt, [30, 60, 80])
    for _ in range(90):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
    torch.save({"state_dict": net.state_dict(), "optimizer": opt.state_dict(), "scheduler": sch.state_dict()}, FILE)


def finetune(net, loader):
    net.load_state_dict(torch.load(FILE)["state_dict"])
    opt = torch.optim.SGD(net.parameters(), lr=0.001)
    sch = lr_scheduler.CosineAnnealingLR(opt, 15)
    for _ in range(15):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
