"""Only schedulers with 'cycl' in their class name are stepped per batch, all others once per epoch."""
import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR


class Fitter:
    def __init__(self, model, optimizer, schedulers):
        self.model, self.optimizer, self.schedulers = model, optimizer, schedulers

    @staticmethod
    def cyclic(scheduler):
        return "cycl" in scheduler.__class__.__name__.lower()

    def fit(self, loader, n_epochs):
        for epoch in range(n_epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.model(x).sum().backward()
                self.optimizer.step()
                for scheduler in self.schedulers:
                    if self.cyclic(scheduler):
                        scheduler.step()
            for scheduler in self.schedulers:
                if not self.cyclic(scheduler):
                    scheduler.step()


model = nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
fitter = Fitter(model, optimizer, [StepLR(optimizer, step_size=2)])
fitter.fit(torch.utils.data.DataLoader(torch.rand(64, 2), batch_size=8), n_epochs=10)
