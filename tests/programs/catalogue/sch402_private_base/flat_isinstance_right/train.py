"""`isinstance(scheduler, ReduceLROnPlateau)` decides who gets the metric."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ReduceLROnPlateau

from exp import args, loader, net

optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
if args.plateau:
    scheduler = ReduceLROnPlateau(optimizer)
else:
    scheduler = CosineAnnealingLR(optimizer, T_max=10)
for _ in range(10):
    for x, y in loader:
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
    if isinstance(scheduler, ReduceLROnPlateau):
        scheduler.step(loss.item())
    else:
        scheduler.step()
