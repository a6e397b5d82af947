import pytorch_lightning as pl
import torch
from torch.optim import lr_scheduler


class Net(pl.LightningModule):
    def __init__(self, args):
        super().__init__()
        self.args = args
        self.layer = torch.nn.Linear(4, 4)

    def training_step(self, batch, batch_idx):
        return self.layer(batch).pow(2).mean()

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=0.1)
        if self.args.schedule == "none":
            return [optimizer], []
        if self.args.schedule == "cosine":
            chosen = {"scheduler": lr_scheduler.CosineAnnealingLR(optimizer, self.args.epochs), "interval": "epoch"}
        else:
            chosen = {"scheduler": lr_scheduler.StepLR(optimizer, 30), "interval": "epoch"}
        return [optimizer], [chosen]
