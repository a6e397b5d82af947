"""Keras-like callbacks: an epoch scheduler in on_epoch_end, OneCycle in on_batch_end."""
import torch
from callbacks import BatchScheduler, LearningRateScheduler


class Trainer:
    def __init__(self, model, optimizer, callbacks):
        self.model, self.optimizer, self.callbacks = model, optimizer, callbacks
        for c in callbacks:
            c.set_trainer(self)

    def fit(self, loader, epochs):
        for epoch in range(epochs):
            logs = {"loss": 0.0}
            for i, (x, y) in enumerate(loader):
                loss = torch.nn.functional.cross_entropy(self.model(x), y)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                logs["loss"] += loss.item()
                for c in self.callbacks:
                    c.on_batch_end(i, logs)
            for c in self.callbacks:
                c.on_epoch_end(epoch, logs)


def coarse(model, loader, epochs=50):
    opt = torch.optim.SGD(model.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs)
    Trainer(model, opt, [LearningRateScheduler(sched)]).fit(loader, epochs)


def fine(model, loader, epochs=50):
    opt = torch.optim.SGD(model.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.3, epochs=epochs, steps_per_epoch=len(loader))
    Trainer(model, opt, [BatchScheduler(sched)]).fit(loader, epochs)
