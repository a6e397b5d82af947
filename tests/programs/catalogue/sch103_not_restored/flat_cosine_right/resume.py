"""Flat script that restores all three."""
import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

EPOCHS = 90
data = DataLoader(TensorDataset(torch.randn(256, 20), torch.randint(5, (256,))), batch_size=32, shuffle=True)
model = nn.Linear(20, 5)
optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=EPOCHS)

ckpt = torch.load("runs/last.pt", map_location="cpu")
model.load_state_dict(ckpt["model"])
optimizer.load_state_dict(ckpt["optimizer"])
scheduler.load_state_dict(ckpt["scheduler"])
start = ckpt["epoch"] + 1

for epoch in range(start, EPOCHS):
    for x, y in data:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    scheduler.step()
    torch.save(
        {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "scheduler": scheduler.state_dict(),
            "epoch": epoch,
        },
        "runs/last.pt",
    )
