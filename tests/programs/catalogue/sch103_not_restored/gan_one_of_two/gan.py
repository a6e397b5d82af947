"""Two pairs: the generator's scheduler comes back, the discriminator's does not."""
import torch
from torch.optim.lr_scheduler import StepLR


def train(G, D, loader, path, n_epochs=200):
    opt_g = torch.optim.Adam(G.parameters(), 2e-4, betas=(0.5, 0.999))
    opt_d = torch.optim.Adam(D.parameters(), 2e-4, betas=(0.5, 0.999))
    sched_g = StepLR(opt_g, 50, 0.5)
    sched_d = StepLR(opt_d, 50, 0.5)
    state = torch.load(path)
    G.load_state_dict(state["G"])
    D.load_state_dict(state["D"])
    opt_g.load_state_dict(state["opt_g"])
    opt_d.load_state_dict(state["opt_d"])  # expect: SCH103
    sched_g.load_state_dict(state["sched_g"])
    for _ in range(state["epoch"], n_epochs):
        for real in loader:
            z = torch.randn(real.size(0), 100)
            opt_d.zero_grad()
            (D(G(z).detach()).mean() - D(real).mean()).backward()
            opt_d.step()
            opt_g.zero_grad()
            (-D(G(z)).mean()).backward()
            opt_g.step()
        sched_g.step()
        sched_d.step()
