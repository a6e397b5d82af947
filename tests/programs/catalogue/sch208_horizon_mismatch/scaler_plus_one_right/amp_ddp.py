"""range(1, EPOCHS + 1) makes as many epochs as OneCycleLR knows; GradScaler and DDP."""
import torch
from torch.nn.parallel import DistributedDataParallel

EPOCHS = 50


def main(net, loader):
    net = DistributedDataParallel(net.cuda())
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=1e-3, epochs=EPOCHS, steps_per_epoch=len(loader)
    )
    scaler = torch.amp.GradScaler("cuda")
    for _ in range(1, EPOCHS + 1):
        for x, y in loader:
            with torch.autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(net(x), y)
            optimizer.zero_grad()
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
            schedule.step()
