"""Lightning's module, but trained by a loop of its own: there nobody else steps the scheduler."""
import pytorch_lightning as pl
import torch


class Model(pl.LightningModule):
    def configure_optimizers(self):
        self.opt = torch.optim.SGD(self.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.StepLR(self.opt, 10)
        return [self.opt], [self.sched]

    def training_step(self, batch, batch_idx):
        return self(batch).mean()

    def train_without_trainer(self, loader, epochs):
        self.configure_optimizers()
        for epoch in range(epochs):
            for i, batch in enumerate(loader):
                self.opt.zero_grad()
                self.training_step(batch, i).backward()
                self.opt.step()
            self.sched.step()
