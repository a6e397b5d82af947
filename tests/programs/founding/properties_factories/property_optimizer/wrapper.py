"""Optimizer and scheduler are reached through properties; restored in the wrong order."""
import torch


class Harness:
    def __init__(self, module):
        self.module = module
        self._opt = torch.optim.Adam(module.parameters(), lr=1e-3)
        self._sch = torch.optim.lr_scheduler.StepLR(self._opt, step_size=30)

    @property
    def optimizer(self):
        return self._opt

    @property
    def scheduler(self):
        return self._sch

    @property
    def lr(self):
        return self.scheduler.get_last_lr()[0]


def resume(h, path):
    s = torch.load(path)
    h.module.load_state_dict(s["module"])
    h.scheduler.load_state_dict(s["scheduler"])  # expect: SCH101
    h.optimizer.load_state_dict(s["optimizer"])
    return s["epoch"]


def train(module, loader, path):
    h = Harness(module)
    for epoch in range(resume(h, path), 90):
        for b in loader:
            h.optimizer.zero_grad()
            h.module(b).sum().backward()
            h.optimizer.step()
        h.scheduler.step()
        print(epoch, h.lr)
