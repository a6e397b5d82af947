import pytorch_lightning as pl
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR


class Task(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Linear(2, 2)

    def training_step(self, batch, index):
        return self.net(batch).mean()

    def lr_scheduler_step(self, scheduler, metric):
        scheduler.step(self.current_epoch)  # expect: SCH204

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=2e-4)
        return [optimizer], [CosineAnnealingLR(optimizer, T_max=150)]
