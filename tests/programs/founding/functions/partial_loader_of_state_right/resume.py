"""The partial carries the optimizer too: silent."""
import functools
import pathlib

import torch


def _restore(path, *, model, optim, sched):
    blob = torch.load(path)
    optim.load_state_dict(blob["optim_state"])
    model.load_state_dict(blob["model_state"])
    sched.load_state_dict(blob["sched_state"])
    return blob["step"]


def main(model, batches, workdir, max_steps=10_000):
    optim = torch.optim.Adam(model.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(optim, T_max=max_steps)
    restore = functools.partial(_restore, model=model, optim=optim, sched=sched)
    step = 0
    last = pathlib.Path(workdir) / "last.pt"
    if last.exists():
        step = restore(last)
    stream = iter(batches)
    while step < max_steps:
        loss = model(next(stream))
        optim.zero_grad()
        loss.backward()
        optim.step()
        sched.step()
        step += 1
        if step % 500 == 0:
            states = {"model_state": model.state_dict(), "optim_state": optim.state_dict()}
            torch.save({**states, "sched_state": sched.state_dict(), "step": step}, last)
