import contextlib

import torch


class Stepper:
    def __init__(self, model, optimizer, scheduler, accum, clip=1.0):
        self.model, self.optimizer, self.scheduler = model, optimizer, scheduler
        self.accum, self.clip, self.micro = accum, clip, 0

    def __call__(self, x, y):
        last = (self.micro + 1) % self.accum == 0
        with contextlib.nullcontext() if last else self.model.no_sync():
            (torch.nn.functional.mse_loss(self.model(x), y) / self.accum).backward()
        self.micro += 1
        if not last:
            return
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.clip)
        self.optimizer.step()
        self.scheduler.step()
        self.optimizer.zero_grad()
