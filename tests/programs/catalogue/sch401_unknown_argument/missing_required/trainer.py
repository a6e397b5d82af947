"""A Trainer forgets the required T_max."""
from base import Base
from torch.optim.lr_scheduler import CosineAnnealingLR


class Trainer(Base):
    def scheduler(self):
        return CosineAnnealingLR(self.opt, eta_min=1e-5)  # expect: SCH401


def main(net, loader, epochs=20):
    trainer = Trainer(net)
    for _ in range(epochs):
        trainer.epoch(loader)
