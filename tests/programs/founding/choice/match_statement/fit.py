"""A match statement chooses among batch schedules; all are stepped per epoch."""
import torch
from schedules import schedule_for


def fit(model, loader, kind="cosine", epochs=8):
    optimizer = torch.optim.Adamax(model.parameters())
    schedule = schedule_for(kind, optimizer, epochs, len(loader))
    for epoch in range(epochs):
        for batch in loader:
            optimizer.zero_grad()
            model(batch).backward()
            optimizer.step()
        schedule.step()  # expect: SCH202
