"""SimpleNamespace(**dict) and vars(): a warm-up is built on a restored optimizer held by the namespace."""
from types import SimpleNamespace

import torch
from torch.optim.lr_scheduler import LinearLR


def fresh(net):
    return {"net": net, "opt": torch.optim.AdamW(net.parameters(), lr=1e-3)}


def main(net, loader, path):
    run = SimpleNamespace(**fresh(net), epoch=0)
    blob = torch.load(path)
    run.opt.load_state_dict(blob["opt"])
    run.epoch = blob["epoch"]
    run.warm = LinearLR(run.opt, 0.2, total_iters=9)  # expect: SCH104
    run.warm.load_state_dict(blob["warm"])
    for run.epoch in range(run.epoch, 50):
        for x in loader:
            run.opt.zero_grad()
            run.net(x).sum().backward()
            run.opt.step()
        run.warm.step()
