"""detectron2-like SimpleTrainer: `for self.iter in range(start, max_iter)`, hooks stepped after each iteration."""
import torch
from torch.optim.lr_scheduler import MultiStepLR


class HookBase:
    def after_step(self):
        pass


class LRScheduler(HookBase):
    def __init__(self, optimizer, scheduler):
        self._optimizer = optimizer
        self._scheduler = scheduler

    def after_step(self):
        self._scheduler.step()


class SimpleTrainer:
    def __init__(self, model, data_loader, optimizer):
        self.model, self.optimizer = model, optimizer
        self._iter = iter(data_loader)
        self._hooks = []

    def register_hooks(self, hooks):
        self._hooks.extend(hooks)

    def train(self, start_iter, max_iter):
        for self.iter in range(start_iter, max_iter):
            self.run_step()
            for h in self._hooks:
                h.after_step()

    def run_step(self):
        losses = sum(self.model(next(self._iter)).values())
        self.optimizer.zero_grad()
        losses.backward()
        self.optimizer.step()


def main(model, loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
    trainer = SimpleTrainer(model, loader, optimizer)
    trainer.register_hooks([LRScheduler(optimizer, MultiStepLR(optimizer, [60000, 80000], gamma=0.1))])
    trainer.train(0, 90000)
