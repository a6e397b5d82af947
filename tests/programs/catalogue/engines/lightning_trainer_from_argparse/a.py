from argparse import ArgumentParser

import pytorch_lightning as pl
import torch
from torch.optim import lr_scheduler


class Lit(pl.LightningModule):
    def __init__(self, lr=0.01):
        super().__init__()
        self.lr = lr
        self.net = torch.nn.Linear(4, 1)

    def training_step(self, batch, index):
        x, y = batch
        return torch.nn.functional.mse_loss(self.net(x), y)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.lr)
        scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=3, verbose=True)  # expect: SCH401
        return {"optimizer": optimizer, "lr_scheduler": scheduler}


parser = ArgumentParser()
parser = pl.Trainer.add_argparse_args(parser)
args = parser.parse_args()
model = Lit(lr=0.1)
trainer = pl.Trainer.from_argparse_args(args, max_epochs=10)
trainer.fit(model, torch.load("loader.pt"))
