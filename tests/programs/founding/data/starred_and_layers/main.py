"""A tuple passes three layers with star-unpacking; `net, *rest = ...`; wrong order at the end."""
import torch
from layers import outer


def main(loader, path):
    net, *rest = outer(lambda: torch.nn.Linear(3, 3), lr=0.2)
    opt, lrs = rest
    saved = torch.load(path)
    net.load_state_dict(saved[0])
    lrs.load_state_dict(saved[2])  # expect: SCH101
    opt.load_state_dict(saved[1])
    for _ in range(saved[3], 24):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
