"""A stand-in for Lightning: automatic and manual optimization, schedulers stepped after each epoch."""

from torch import nn


class LightningModule(nn.Module):
    automatic_optimization = True

    def optimizers(self):
        return self.trainer.optimizer

    def lr_schedulers(self):
        return self.trainer.scheduler

    def manual_backward(self, loss):
        loss.backward()

    def on_train_epoch_start(self):
        pass

    def on_train_epoch_end(self):
        pass


class Trainer:
    def __init__(self, max_epochs):
        self.max_epochs = max_epochs

    def fit(self, model, train_dataloaders):
        model.trainer = self
        (self.optimizer,), (self.scheduler,) = model.configure_optimizers()
        for _ in range(self.max_epochs):
            model.on_train_epoch_start()
            for index, batch in enumerate(train_dataloaders):
                loss = model.training_step(batch, index)
                if model.automatic_optimization:
                    self.optimizer.zero_grad()
                    loss.backward()
                    self.optimizer.step()
            model.on_train_epoch_end()
            if model.automatic_optimization:
                self.scheduler.step()
