"""Lightning's own way of stepping, written out: with the metric for those that want one."""

import pytorch_lightning as pl
import torch


class Task(pl.LightningModule):
    def __init__(self, scheduler_name):
        super().__init__()
        self.scheduler_name = scheduler_name
        self.net = torch.nn.Linear(2, 2)

    def training_step(self, batch, index):
        return self.net(batch).mean()

    def lr_scheduler_step(self, scheduler, metric):
        if metric is None:
            scheduler.step()
        else:
            scheduler.step(metric)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=2e-4)
        if self.scheduler_name == "plateau":
            scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
        else:
            scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
        return {"optimizer": optimizer, "lr_scheduler": scheduler, "monitor": "val/loss"}
