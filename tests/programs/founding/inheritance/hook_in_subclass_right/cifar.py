"""The base class steps per batch and the subclass builds a schedule over all batches: silent."""
import torch
from base import BaseTrainer


class CifarTrainer(BaseTrainer):
    def configure_optimizer(self):
        return torch.optim.SGD(self.model.parameters(), lr=0.1, momentum=0.9)

    def configure_scheduler(self):
        return torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=self.max_epochs * len(self.loader))


if __name__ == "__main__":
    from nets import resnet20, loader

    CifarTrainer(resnet20(), loader(), 160).run()
