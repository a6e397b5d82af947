"""pytorch-template style: the base class resumes model and optimizer, the subclass steps StepLR."""
import torch
from base_trainer import BaseTrainer


class Trainer(BaseTrainer):
    def __init__(self, model, config, data_loader):
        super().__init__(model, config)
        self.data_loader = data_loader

    def build_optimizer(self):
        return torch.optim.Adam(self.model.parameters(), lr=self.config["lr"])

    def build_scheduler(self):
        return torch.optim.lr_scheduler.StepLR(self.optimizer, step_size=50, gamma=0.1)

    def _train_epoch(self, epoch):
        for data, target in self.data_loader:
            self.optimizer.zero_grad()
            torch.nn.functional.nll_loss(self.model(data), target).backward()
            self.optimizer.step()
        self.lr_scheduler.step()


def main(model, loader):
    Trainer(model, {"lr": 1e-3, "epochs": 100, "resume": "saved/checkpoint-epoch50.pth"}, loader).train()
