"""getattr(torch.optim.lr_scheduler, "MultiStepLR") stepped per epoch: silent."""
import torch
from torch.utils.data import DataLoader

from ds import Points

max_epoch = 120
loader = DataLoader(Points(), batch_size=16, shuffle=True, drop_last=True)
model = torch.nn.Linear(3, 1)
optimizer = getattr(torch.optim, "RMSprop")(model.parameters(), lr=1e-3)
scheduler = getattr(torch.optim.lr_scheduler, "MultiStepLR")(optimizer, milestones=[max_epoch // 2, max_epoch * 3 // 4])

for epoch in range(max_epoch):
    for xyz, target in loader:
        optimizer.zero_grad()
        loss = (model(xyz).squeeze(1) - target).pow(2).mean()
        loss.backward()
        optimizer.step()
    scheduler.step()
