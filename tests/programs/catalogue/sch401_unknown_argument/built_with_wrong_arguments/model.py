import pytorch_lightning as pl
import torch


class Net(pl.LightningModule):
    def __init__(self, size, learning_rate):
        super().__init__()
        self.lr = learning_rate
        self.layer = torch.nn.Linear(size, 1)

    def configure_optimizers(self):
        opt = torch.optim.AdamW(self.parameters(), lr=self.lr)
        sched = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=5, verbose=True)  # expect: SCH401
        return {"optimizer": opt, "lr_scheduler": sched, "monitor": "val_loss"}
