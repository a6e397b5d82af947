"""Lightning: configure_optimizers hands the scheduler over, the framework steps it."""
import lightning.pytorch as pl
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


class Classifier(pl.LightningModule):
    def __init__(self, net, lr=0.1, max_epochs=100):
        super().__init__()
        self.save_hyperparameters(ignore=["net"])
        self.net = net

    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = torch.nn.functional.cross_entropy(self.net(x), y)
        self.log("train_loss", loss)
        return loss

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=self.hparams.lr, momentum=0.9)
        scheduler = CosineAnnealingLR(optimizer, T_max=self.hparams.max_epochs)
        return {"optimizer": optimizer, "lr_scheduler": scheduler}


if __name__ == "__main__":
    pl.Trainer(max_epochs=100).fit(Classifier(torch.nn.Linear(8, 2)))
