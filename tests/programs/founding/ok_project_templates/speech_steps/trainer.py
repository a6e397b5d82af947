"""espnet/Tacotron-like: trainer steps all batch schedulers per batch and all epoch schedulers per epoch, by class lists."""
import torch
from torch.optim.lr_scheduler import ExponentialLR, LambdaLR


class AbsBatchStep:
    pass


class Warmup(LambdaLR, AbsBatchStep):
    def __init__(self, optimizer, warmup_steps=25000):
        super().__init__(optimizer, lambda s: min(((s + 1) / warmup_steps), 1.0))


def run(model, loader, schedulers, optimizers, max_epoch):
    for epoch in range(max_epoch):
        for batch in loader:
            for opt in optimizers:
                opt.zero_grad()
            model(batch).backward()
            for opt, sched in zip(optimizers, schedulers):
                opt.step()
                if isinstance(sched, AbsBatchStep):
                    sched.step()
        for sched in schedulers:
            if not isinstance(sched, AbsBatchStep):
                sched.step()


def main(enc, dec, model, loader):
    a, b = torch.optim.Adam(enc.parameters(), 1e-3), torch.optim.Adam(dec.parameters(), 1e-3)
    run(model, loader, [Warmup(a), ExponentialLR(b, 0.95)], [a, b], max_epoch=100)
