"""The cached_property is touched before the optimizer is restored: silent."""
from functools import cached_property

import torch


class Task:
    def __init__(self, model, loader, epochs):
        self.model, self.loader, self.epochs = model, loader, epochs

    @cached_property
    def optimizer(self):
        return torch.optim.SGD(self.model.parameters(), lr=0.1)

    @cached_property
    def policy(self):
        return torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            max_lr=0.4,
            epochs=self.epochs,
            steps_per_epoch=len(self.loader),
        )

    def train(self, resume=None):
        start = 0
        if resume is not None:
            ck = torch.load(resume)
            policy = self.policy
            self.model.load_state_dict(ck["model"])
            self.optimizer.load_state_dict(ck["optimizer"])
            policy.load_state_dict(ck["policy"])
            start = ck["epoch"]
        for _ in range(start, self.epochs):
            for x, y in self.loader:
                self.optimizer.zero_grad()
                torch.nn.functional.cross_entropy(self.model(x), y).backward()
                self.optimizer.step()
                self.policy.step()
