"""SimpleNamespace(**dict); the warm-up is built before the restore: silent."""
from types import SimpleNamespace

import torch
from torch.optim.lr_scheduler import LinearLR


def fresh(net):
    return {"net": net, "opt": torch.optim.AdamW(net.parameters(), lr=1e-3)}


def main(net, loader, path):
    run = SimpleNamespace(**fresh(net), epoch=0)
    run.warm = LinearLR(run.opt, 0.2, total_iters=9)
    blob = torch.load(path)
    run.opt.load_state_dict(blob["opt"])
    run.epoch = blob["epoch"]
    run.warm.load_state_dict(blob["warm"])
    for run.epoch in range(run.epoch, 50):
        for x in loader:
            run.opt.zero_grad()
            run.net(x).sum().backward()
            run.opt.step()
        run.warm.step()
