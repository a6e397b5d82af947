"""OneCycle ignores the optimizer's lr, so that alone may differ: silent."""
import torch
from torch.optim.lr_scheduler import OneCycleLR

PATH = "onecycle.ckpt"


def main(net, dl):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    cyc = OneCycleLR(opt, max_lr=0.5, total_steps=10000)
    it = iter(dl)
    for step in range(5000):
        opt.zero_grad()
        net(next(it)).sum().backward()
        opt.step()
        cyc.step()
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "cyc": cyc.state_dict()}, PATH)
