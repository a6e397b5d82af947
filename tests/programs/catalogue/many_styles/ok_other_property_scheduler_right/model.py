import functools

import torch


class Model(torch.nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cfg = cfg
        self.body = torch.nn.Linear(4, 2)

    @functools.cached_property
    def optimizer(self):
        return torch.optim.Adam(self.body.parameters(), lr=self.cfg.lr)

    @functools.cached_property
    def scheduler(self):
        return torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=self.cfg.n_epochs)
