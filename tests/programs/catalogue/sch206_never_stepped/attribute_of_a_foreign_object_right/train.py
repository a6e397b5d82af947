import torch
from torch.optim.lr_scheduler import LinearLR
from options import Options

from data import loader, model

options = Options()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = LinearLR(optimizer, total_iters=100)
for batch in loader:
    optimizer.zero_grad()
    model(batch).mean().backward()
    optimizer.step()
    if not options.frozen and options.limit is not None:
        scheduler.step()
