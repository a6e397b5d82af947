import torch
from torch.optim.lr_scheduler import LinearLR
from accelerate import Accelerator

from data import loader, model

accelerator = Accelerator()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = LinearLR(optimizer, total_iters=100)
model, optimizer, scheduler = accelerator.prepare(model, optimizer, scheduler)
for batch in loader:
    optimizer.zero_grad()
    model(batch).mean().backward()
    optimizer.step()
    if not accelerator.optimizer_step_was_skipped:
        scheduler.step()
