"""A Trainer unpacks the required T_max from keyword arguments."""
from base import Base
from torch.optim.lr_scheduler import CosineAnnealingLR


class Trainer(Base):
    def scheduler(self):
        options = {"T_max": 20, "eta_min": 1e-5}
        return CosineAnnealingLR(self.opt, **options)


def main(net, loader, epochs=20):
    trainer = Trainer(net)
    for _ in range(epochs):
        trainer.epoch(loader)
