"""A library: the factories and the registry return what they build; their callers lie elsewhere."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, StepLR

SCHEDULERS = {}


def register(name):
    def keep(function):
        SCHEDULERS[name] = function
        return function

    return keep


@register("step")
def step(optimizer, cfg):
    return StepLR(optimizer, cfg.step_size)


@register("cosine")
def cosine(optimizer, cfg):
    scheduler = CosineAnnealingLR(optimizer, cfg.epochs)
    return scheduler


def create(cfg, model):
    optimizer = torch.optim.SGD(model.parameters(), lr=cfg.lr)
    scheduler = SCHEDULERS[cfg.name](optimizer, cfg)
    return optimizer, scheduler


class Bundle:
    def __init__(self, cfg, model):
        self.optimizer = torch.optim.Adam(model.parameters(), lr=cfg.lr)
        self.scheduler = StepLR(self.optimizer, cfg.step_size)
