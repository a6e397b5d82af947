"""A project subclass of LRScheduler in steps, restored in the right order, stepped per batch."""
import torch
from sched import WarmupCosine


def main(net, loader, path=None, epochs=9):
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    wc = WarmupCosine(opt, 100, epochs * len(loader))
    if path:
        d = torch.load(path)
        opt.load_state_dict(d["opt"])
        wc.load_state_dict(d["wc"])
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            wc.step()
