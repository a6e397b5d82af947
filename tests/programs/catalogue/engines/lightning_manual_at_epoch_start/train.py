"""Lightning, manual optimisation: the step stands in on_train_epoch_start()."""
import pytorch_lightning as pl
import torch


class Model(pl.LightningModule):
    def __init__(self, net):
        super().__init__()
        self.automatic_optimization = False
        self.net = net

    def on_train_epoch_start(self):
        self.lr_schedulers().step()  # expect: SCH203

    def training_step(self, batch, batch_idx):
        optimizer = self.optimizers()
        optimizer.zero_grad()
        self.manual_backward(self.net(batch).mean())
        optimizer.step()

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=0.1)
        return [optimizer], [torch.optim.lr_scheduler.StepLR(optimizer, step_size=20)]


def main(net, loader):
    trainer = pl.Trainer(max_epochs=60)
    trainer.fit(model=Model(net), train_dataloaders=loader)
