import torch
from torch.optim.lr_scheduler import StepLR

from data import loader, model, state

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, 10, gamma=0.1)
for epoch in range(90):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
        if state.step % state.steps_per_epoch == 0:
            scheduler.step()
