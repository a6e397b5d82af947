"""GAN: a list of schedulers built by comprehension over a list of optimizers; stepped per batch."""
import itertools

import torch
from torch import nn
from torch.optim import Adam
from torch.optim.lr_scheduler import LambdaLR

N_EPOCHS, DECAY_FROM = 200, 100


def linear(epoch):
    return 1.0 - max(0, epoch - DECAY_FROM) / (N_EPOCHS - DECAY_FROM)


def train(G, D_a, D_b, loader):
    opt_g = Adam(G.parameters(), 2e-4, betas=(0.5, 0.999))
    opt_d = Adam(itertools.chain(D_a.parameters(), D_b.parameters()), 2e-4, betas=(0.5, 0.999))
    optimizers = [opt_g, opt_d]
    schedulers = [LambdaLR(o, lr_lambda=linear) for o in optimizers]
    for epoch in range(N_EPOCHS):
        for real_a, real_b in loader:
            fake = G(real_a)
            opt_g.zero_grad()
            (1 - D_a(fake)).mean().backward()
            opt_g.step()
            opt_d.zero_grad()
            loss_d = D_a(fake.detach()).mean() - D_b(real_b).mean()
            loss_d.backward()
            opt_d.step()
            for s in schedulers:
                s.step()  # expect: SCH201
