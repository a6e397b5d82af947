"""Profiler, autocast and a project contextmanager around loops; batches-long cosine moves per epoch."""
import contextlib

import torch
from torch.profiler import profile


@contextlib.contextmanager
def train_mode(model):
    was = model.training
    model.train()
    try:
        yield model
    finally:
        model.train(was)


def run(model, loader, epochs):
    opt = torch.optim.AdamW(model.parameters(), lr=1e-3)
    anneal = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=len(loader) * epochs)
    with profile(record_shapes=True) as prof, train_mode(model) as m:
        for epoch in range(epochs):
            with contextlib.suppress(StopIteration):
                for x in loader:
                    with torch.autocast("cuda", dtype=torch.bfloat16):
                        loss = m(x).float().mean()
                    opt.zero_grad()
                    loss.backward()
                    opt.step()
            anneal.step()  # expect: SCH202
            prof.step()
