"""The base class's after_epoch() hook steps first and saves second."""
from base import BaseTrainer


class Trainer(BaseTrainer):
    def fit(self, loader):
        for self.epoch in range(self.epoch, self.epochs):
            for x in loader:
                self.opt.zero_grad()
                self.net(x).mean().backward()
                self.opt.step()
            self.after_epoch()


def main(net, loader, resume):
    trainer = Trainer(net, 90)
    if resume:
        trainer.restore("trainer.pt")
    trainer.fit(loader)
