"""The second optimizer of the generator comes with a scheduler of its own, before the discriminator's."""
import torch
from torch.optim.lr_scheduler import StepLR


def train(gen, dis, loader, epochs=40):
    opt_gen = torch.optim.Adam(gen.parameters(), lr=2e-4)
    opt_dis = torch.optim.Adam(dis.parameters(), lr=1e-4)
    opt_gen = torch.optim.Adam(gen.parameters(), lr=2e-4, betas=(0.5, 0.999))
    sched_gen = StepLR(opt_gen, 10)
    sched_dis = StepLR(opt_dis, 10)
    for _ in range(epochs):
        for real in loader:
            opt_dis.zero_grad()
            (dis(gen(real).detach()) - dis(real)).mean().backward()
            opt_dis.step()
            opt_gen.zero_grad()
            (-dis(gen(real))).mean().backward()
            opt_gen.step()
        sched_gen.step()
        sched_dis.step()
