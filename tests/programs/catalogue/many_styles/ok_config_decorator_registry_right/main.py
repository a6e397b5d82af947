import schedulers  # noqa: F401
import torch
from registry import build


def main(net, loader, cfg):
    opt = torch.optim.SGD(net.parameters(), lr=cfg["lr"])
    sched = build("poly", opt, max_iter=cfg["max_iter"])
    it = 0
    while it < cfg["max_iter"]:
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sched.step()
            it += 1
            if it == cfg["max_iter"]:
                break
