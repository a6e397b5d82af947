"""GradScaler: the scheduler is stepped between backward and scaler.step(optimizer)."""
import torch
from torch.amp import GradScaler, autocast


def train(net, loader, epochs=8):
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-4)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=2e-4, total_steps=epochs * len(loader))
    scaler = GradScaler("cuda")
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad(set_to_none=True)
            with autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(net(x.cuda()), y.cuda())
            scaler.scale(loss).backward()
            scaler.unscale_(optimizer)
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            scheduler.step()  # expect: SCH203
            scaler.step(optimizer)
            scaler.update()
