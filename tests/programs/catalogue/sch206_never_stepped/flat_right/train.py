"""Stepped at the end of the epoch."""
import torch
from torch.optim import Adam
from torch.optim.lr_scheduler import StepLR

from corpus import batches, classifier

optimizer = Adam(classifier.parameters(), lr=1e-3)
scheduler = StepLR(optimizer, step_size=5, gamma=0.5)

for epoch in range(20):
    for text, label in batches:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(classifier(text), label).backward()
        optimizer.step()
    scheduler.step()
    print("epoch", epoch, "lr", scheduler.get_last_lr())
