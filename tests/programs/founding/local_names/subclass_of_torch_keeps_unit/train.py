"""A thin project subclass of torch's class, restored in the wrong order."""
import torch
from torch.optim import lr_scheduler


class LoggingStepLR(lr_scheduler.StepLR):
    def log(self):
        print("lr", self.get_last_lr())


def train(net, loader, path, epochs=90):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = LoggingStepLR(opt, epochs // 3)
    saved = torch.load(path)
    lrs.load_state_dict(saved["lrs"])  # expect: SCH101
    opt.load_state_dict(saved["opt"])
    for epoch in range(saved["epoch"], epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
        lrs.log()
