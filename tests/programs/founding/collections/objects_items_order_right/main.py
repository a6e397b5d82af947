"""The dict of objects names the optimizer before the scheduler: silent."""
import torch
from ckpt import load_objects, save_objects


def main(loader, resume=None):
    model = torch.nn.Linear(16, 4)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=30)
    objects = {"model": model, "optimizer": optimizer, "scheduler": scheduler}
    first = load_objects(resume, objects)["epoch"] + 1 if resume else 0
    for epoch in range(first, 30):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        scheduler.step()
        save_objects("latest.pt", objects, epoch=epoch)
