"""Swapped by keyword inside a factory module; the caller is right."""
import torch
from factory import make_scheduler


def main(model, loader, epochs=3):
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-5)
    scheduler = make_scheduler(optimizer, num_train_steps=epochs * len(loader), num_warmup_steps=100)
    for _ in range(epochs):
        for batch in loader:
            model(**batch).loss.backward()
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad()
