"""Lightning: OneCycleLR per step over estimated_stepping_batches; a warm-up stepped in the hook it documents."""
import pytorch_lightning as pl
import torch


class LitModel(pl.LightningModule):
    def __init__(self, net, lr=1e-3):
        super().__init__()
        self.save_hyperparameters(ignore=["net"])
        self.net = net

    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = torch.nn.functional.cross_entropy(self.net(x), y)
        self.log("lr", self.lr_schedulers().get_last_lr()[0])
        return loss

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)
        scheduler = torch.optim.lr_scheduler.OneCycleLR(
            optimizer, max_lr=self.hparams.lr, total_steps=self.trainer.estimated_stepping_batches
        )
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}


class ByHook(LitModel):
    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)
        self.warm = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.01, total_iters=500)
        return optimizer

    def optimizer_step(self, epoch, batch_idx, optimizer, optimizer_closure=None):
        optimizer.step(closure=optimizer_closure)
        self.warm.step()


def main(net, loader):
    pl.Trainer(max_epochs=10).fit(LitModel(net), loader)
    pl.Trainer(max_epochs=10).fit(ByHook(net), loader)
