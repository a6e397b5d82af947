"""ReduceLROnPlateau.step(metrics=...), flat."""
import torch
from torch import optim

from parts import make_loader, make_net

net, loader = make_net(), make_loader()
optimizer = optim.Adam(net.parameters(), lr=1e-3)
scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode="min", factor=0.1, patience=10)
for _ in range(50):
    for x, y in loader:
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(net(x), y)
        loss.backward()
        optimizer.step()
    scheduler.step(metrics=loss.item())
