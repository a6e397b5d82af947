"""Lightning: a schedule in batches with interval step inside the lr_scheduler dict; estimated_stepping_batches."""
import pytorch_lightning as pl
import torch


class LM(pl.LightningModule):
    def __init__(self, net, lr):
        super().__init__()
        self.net, self.lr = net, lr

    def training_step(self, batch, _):
        return self.net(batch).mean()

    def configure_optimizers(self):
        opt = torch.optim.AdamW(self.parameters(), lr=self.lr)
        sched = torch.optim.lr_scheduler.OneCycleLR(
            opt, max_lr=self.lr, total_steps=int(self.trainer.estimated_stepping_batches)
        )
        return [opt], [{"scheduler": sched, "interval": "step", "frequency": 1}]
