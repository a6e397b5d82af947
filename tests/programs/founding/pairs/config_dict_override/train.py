"""A config dict imported by both; the resume script builds {**COMMON, "step_size": 40}."""
import torch
from conf import COMMON as C


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=C["lr"])
    lrs = torch.optim.lr_scheduler.StepLR(opt, step_size=C["step_size"], gamma=C["gamma"])
    for _ in range(60):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
    torch.save({"n": net.state_dict(), "o": opt.state_dict(), "l": lrs.state_dict()}, C["path"])
