"""Lightning with manual optimisation: the module steps schedulers itself at the end of an epoch."""
import pytorch_lightning as pl
import torch


class Gan(pl.LightningModule):
    def __init__(self, G, D, epochs):
        super().__init__()
        self.automatic_optimization = False
        self.G, self.D, self.epochs = G, D, epochs

    def training_step(self, batch, batch_idx):
        opt_g, opt_d = self.optimizers()
        fake = self.G(batch)
        self.toggle_optimizer(opt_d)
        loss_d = self.D(fake.detach()).mean() - self.D(batch).mean()
        opt_d.zero_grad()
        self.manual_backward(loss_d)
        opt_d.step()
        self.untoggle_optimizer(opt_d)
        loss_g = -self.D(fake).mean()
        opt_g.zero_grad()
        self.manual_backward(loss_g)
        opt_g.step()

    def on_train_epoch_end(self):
        for sch in self.lr_schedulers():
            sch.step()

    def configure_optimizers(self):
        opt_g = torch.optim.Adam(self.G.parameters(), lr=2e-4)
        opt_d = torch.optim.Adam(self.D.parameters(), lr=2e-4)
        lrs = [torch.optim.lr_scheduler.LinearLR(o, 1.0, 0.01, total_iters=self.epochs) for o in (opt_g, opt_d)]
        return [opt_g, opt_d], lrs
