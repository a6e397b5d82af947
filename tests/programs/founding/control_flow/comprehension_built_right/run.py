"""Comprehension-built lists; a side-effect comprehension steps them per epoch: silent."""
import torch

MAX_EPOCHS = 64


def run(experts, loader):
    opts = [torch.optim.Adam(e.parameters(), lr=lr) for e, lr in zip(experts, (1e-3, 3e-4))]
    policies = [torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=MAX_EPOCHS) for o in opts]
    for _ in range(MAX_EPOCHS):
        for x in loader:
            for e, o, p in zip(experts, opts, policies):
                o.zero_grad()
                e(x).square().mean().backward()
                o.step()
        [p.step() for p in policies]
