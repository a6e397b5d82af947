"""After phase one a new optimizer and warm-up are built; the optimizer restored earlier was the first phase's."""
import torch
from torch.optim.lr_scheduler import LinearLR, StepLR


def phase(net, loader, opt, sched, n):
    for _ in range(n):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sched.step()


def main(net, loader, path=None):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = StepLR(opt, 10)
    if path:
        blob = torch.load(path)
        opt.load_state_dict(blob["opt"])
        sched.load_state_dict(blob["sched"])
    phase(net, loader, opt, sched, 30)
    opt = torch.optim.AdamW(net.parameters(), lr=1e-4)
    sched = LinearLR(opt, 0.1, total_iters=5)
    phase(net, loader, opt, sched, 10)
