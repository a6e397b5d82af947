"""Lightning owns what configure_optimizers() returns, also where the module keeps it."""
import pytorch_lightning as pl
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


class Model(pl.LightningModule):
    def training_step(self, batch, batch_idx):
        return self(batch).mean()

    def configure_optimizers(self):
        self.opt = torch.optim.SGD(self.parameters(), lr=0.1)
        self.sched = CosineAnnealingLR(self.opt, T_max=self.hparams.max_epochs)
        return [self.opt], [self.sched]

    def training_epoch_end(self, outputs):
        self.sched.step()  # expect: SCH210
