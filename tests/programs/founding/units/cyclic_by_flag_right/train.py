"""The same with the answer kept in an attribute."""
import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR


class Fitter:
    def __init__(self, model, optimizer, scheduler):
        self.model, self.optimizer, self.scheduler = model, optimizer, scheduler
        if scheduler is not None:
            self.per_batch = "cycl" in scheduler.__class__.__name__.lower()
        else:
            self.per_batch = False

    def fit(self, loader, n_epochs):
        for epoch in range(n_epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.model(x).sum().backward()
                self.optimizer.step()
                if self.per_batch:
                    self.scheduler.step()
            if not self.per_batch:
                self.scheduler.step()


model = nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
fitter = Fitter(model, optimizer, StepLR(optimizer, step_size=4))
fitter.fit(torch.utils.data.DataLoader(torch.rand(64, 2), batch_size=8), n_epochs=5)
