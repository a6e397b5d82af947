"""The other way round: a ReduceLROnPlateau goes to the branch with the metric."""
import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau


def fit(model, optimizer, scheduler, loader, epochs):
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).sum().backward()
            optimizer.step()
        val_loss = sum(model(x).sum().item() for x in loader)
        if scheduler.__class__.__name__ == "ReduceLROnPlateau":
            scheduler.step(val_loss)
        else:
            scheduler.step()


loader = torch.utils.data.DataLoader(torch.rand(64, 2), batch_size=8)
model = nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
fit(model, optimizer, ReduceLROnPlateau(optimizer), loader, 5)
