"""Notebook, GradScaler: the epoch's mean loss goes into CosineAnnealingLR.step()."""
import torch
from torch.utils.data import DataLoader, TensorDataset

dl = DataLoader(TensorDataset(torch.randn(60, 7), torch.randint(2, (60,))), batch_size=6)
model = torch.nn.Linear(7, 2).cuda()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=30)
scaler = torch.amp.GradScaler("cuda")

# %%
for epoch in range(30):
    running_loss = 0.0
    for x, y in dl:
        optimizer.zero_grad()
        with torch.autocast("cuda", dtype=torch.float16):
            loss = torch.nn.functional.cross_entropy(model(x.cuda()), y.cuda())
        scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        running_loss += loss.item()
    scheduler.step(running_loss / len(dl))  # expect: SCH205
