import torch
from torch.optim.lr_scheduler import LinearLR

import settings
from data import loader, model

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
if settings.file:
    optimizer.load_state_dict(torch.load(settings.file)["optimizer"])  # expect: SCH103
if not settings.fresh:
    scheduler = LinearLR(optimizer)  # expect: SCH104
else:
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
for epoch in range(90):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
    scheduler.step()
