"""Code not seen here drives the task: configure_optimizers() of the base class sets what a method of the subclass steps."""
import torch


class Base(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.model = torch.nn.Linear(2, 2)
        self.global_step = 0
        self.scheduler = None

    def configure_optimizers(self):
        optimizer = self.build_optimizer(self.model)
        self.scheduler = self.build_scheduler(optimizer)
        return [optimizer]


class Task(Base):
    def build_optimizer(self, model):
        return torch.optim.AdamW(model.parameters(), lr=1e-3)

    def build_scheduler(self, optimizer):
        return torch.optim.lr_scheduler.StepLR(optimizer, 1000, gamma=0.5)

    def optimizer_step(self, optimizer):
        optimizer.step()
        optimizer.zero_grad()
        if self.scheduler is not None:
            self.scheduler.step(self.global_step)  # expect: SCH204
