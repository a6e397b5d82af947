import pytorch_lightning as pl
import torch


class GAN(pl.LightningModule):
    def __init__(self, g, d):
        super().__init__()
        self.g, self.d = g, d
        self.automatic_optimization = False

    def configure_optimizers(self):
        og = torch.optim.Adam(self.g.parameters(), 2e-4)
        od = torch.optim.Adam(self.d.parameters(), 2e-4)
        return [og, od], [torch.optim.lr_scheduler.StepLR(og, 20), torch.optim.lr_scheduler.StepLR(od, 20)]

    def training_step(self, batch, i):
        og, od = self.optimizers()
        og.zero_grad()
        self.manual_backward(self.g(batch).mean())
        og.step()
        od.zero_grad()
        self.manual_backward(self.d(batch).mean())
        od.step()

    def on_train_epoch_end(self):
        for sch in self.lr_schedulers():
            sch.step()
