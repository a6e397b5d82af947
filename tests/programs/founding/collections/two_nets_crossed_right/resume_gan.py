"""Two pairs, each restored optimizer first though the pairs interleave: silent."""
import torch
from torch.optim import Adam
from torch.optim.lr_scheduler import ExponentialLR


def resume(gen, disc, loader, path):
    opt_g = Adam(gen.parameters(), lr=1e-4)
    opt_d = Adam(disc.parameters(), lr=4e-4)
    sched_g, sched_d = ExponentialLR(opt_g, 0.99), ExponentialLR(opt_d, 0.99)
    c = torch.load(path)
    gen.load_state_dict(c["gen"])
    disc.load_state_dict(c["disc"])
    opt_g.load_state_dict(c["opt_g"])
    sched_g.load_state_dict(c["sched_g"])
    opt_d.load_state_dict(c["opt_d"])
    sched_d.load_state_dict(c["sched_d"])
    for epoch in range(c["epoch"], 500):
        for real in loader:
            z = torch.randn(len(real), 64)
            opt_d.zero_grad()
            (disc(gen(z).detach()).mean() - disc(real).mean()).backward()
            opt_d.step()
            opt_g.zero_grad()
            (-disc(gen(z)).mean()).backward()
            opt_g.step()
        sched_g.step()
        sched_d.step()
