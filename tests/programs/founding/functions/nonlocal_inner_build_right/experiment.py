"""The inner build runs before the inner load: silent."""
import torch
from torch.optim.lr_scheduler import LinearLR


def experiment(model, loader, resume_from=None):
    opt = torch.optim.AdamW(model.parameters(), lr=1e-3)
    ramp = None
    epoch = 0

    def build():
        nonlocal ramp
        ramp = LinearLR(opt, start_factor=0.01, total_iters=10)

    def load():
        nonlocal epoch
        d = torch.load(resume_from)
        model.load_state_dict(d["m"])
        opt.load_state_dict(d["o"])
        epoch = d["e"]
        return d

    build()
    d = load() if resume_from else None
    if d:
        ramp.load_state_dict(d["s"])
    while epoch < 80:
        for x in loader:
            opt.zero_grad()
            model(x).mean().backward()
            opt.step()
        ramp.step()
        epoch += 1
