"""Lightning, manual optimisation in several ways: what is returned is stepped by hand; what is kept is not owned."""
import pytorch_lightning as pl
import torch


class Gan(pl.LightningModule):
    def __init__(self, generator, critic):
        super().__init__()
        self.generator, self.critic = generator, critic

    @property
    def automatic_optimization(self):
        return False

    def configure_optimizers(self):
        g = torch.optim.Adam(self.generator.parameters(), lr=2e-4)
        d = torch.optim.Adam(self.critic.parameters(), lr=2e-4)
        return [g, d], [torch.optim.lr_scheduler.StepLR(g, 50), torch.optim.lr_scheduler.StepLR(d, 50)]

    def training_step(self, batch, batch_idx):
        g, d = self.optimizers()
        for optimizer, part in ((d, self.critic), (g, self.generator)):
            optimizer.zero_grad()
            self.manual_backward(part(batch).mean())
            optimizer.step()

    def on_train_epoch_end(self):
        for scheduler in self.lr_schedulers():
            scheduler.step()


class KeepsItsWarmup(pl.LightningModule):
    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=0.1)
        self.warmup = torch.optim.lr_scheduler.LinearLR(optimizer, 0.01, 1.0, total_iters=100)
        return optimizer

    def training_step(self, batch, batch_idx):
        return self(batch).mean()

    def on_train_batch_end(self, outputs, batch, batch_idx):
        self.warmup.step()


class StepsInTheHook(pl.LightningModule):
    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=0.1)
        self.scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
        return [optimizer], [self.scheduler]

    def training_step(self, batch, batch_idx):
        return self(batch).mean()

    def lr_scheduler_step(self, scheduler, metric):
        self.scheduler.step()
