"""Flat script whose sizes are all known: 100 batches, steps_per_epoch=80."""
import torch
from torch.utils.data import DataLoader, TensorDataset

dataset = TensorDataset(torch.randn(1600, 10), torch.randint(2, (1600,)))
loader = DataLoader(dataset, batch_size=16, shuffle=True)
model = torch.nn.Linear(10, 2)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1e-2, epochs=10, steps_per_epoch=80)  # expect: SCH208
for epoch in range(10):
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
        scheduler.step()
