"""The class is asked by its name in str(scheduler.__class__): a StepLR never gets the metric."""
import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR




def fit(model, optimizer, scheduler, loader, epochs):
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).sum().backward()
            optimizer.step()
        val_metric = sum(model(x).sum().item() for x in loader)
        if True:
            if scheduler.__class__ == torch.optim.lr_scheduler.ReduceLROnPlateau:
                scheduler.step(val_metric)
            else:
                scheduler.step()


loader = torch.utils.data.DataLoader(torch.rand(64, 2), batch_size=8)
model = nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
fit(model, optimizer, StepLR(optimizer, step_size=2), loader, 5)
