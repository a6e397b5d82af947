"""Iteration loop: OneCycleLR begins its warm-up again after the restart."""
import torch

TOTAL = 20_000


def batches(loader):
    while True:
        yield from loader


def run(net, loader, snapshot=None):
    optim = torch.optim.AdamW(net.parameters(), lr=1e-3)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optim, max_lr=1e-3, total_steps=TOTAL)
    step = 0
    if snapshot is not None:
        saved = torch.load(snapshot)
        net.load_state_dict(saved["net"])
        optim.load_state_dict(saved["optim"])  # expect: SCH103
        step = saved["step"]
    stream = batches(loader)
    while step < TOTAL:
        optim.zero_grad()
        net(next(stream)).mean().backward()
        optim.step()
        cycle.step()
        step += 1
