import lightning.pytorch as pl
import torch
from torch.optim.lr_scheduler import LambdaLR


class Classifier(pl.LightningModule):
    def __init__(self, schedule=None):
        super().__init__()
        self.schedule = schedule
        self.model = torch.nn.Linear(8, 2)

    def training_step(self, batch, batch_idx):
        inputs, targets = batch
        return torch.nn.functional.cross_entropy(self.model(inputs), targets)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.model.parameters(), lr=1e-3)
        if self.schedule is not None:
            scheduler = LambdaLR(optimizer, lr_lambda=self.schedule)
            return [optimizer], [{"scheduler": scheduler, "interval": "step", "frequency": 1}]
        return optimizer
