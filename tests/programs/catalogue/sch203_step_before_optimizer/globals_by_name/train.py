"""What another module binds under names that only the run knows is no name of this one."""

import torch
from names import *


def fit(model, loader, epochs):
    optimizer = make(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    for epoch in range(epochs):
        scheduler.step()  # expect: SCH203
        for batch in loader:
            model(batch).mean().backward()
            optimizer.step()
