"""The state is restored when the file has it; old files are fast-forwarded before the optimizer's state comes."""
import torch
from torch.optim.lr_scheduler import StepLR


def main(net, loader, path, epochs=90):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = StepLR(optimizer, step_size=30)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    start = blob["epoch"] + 1
    if "scheduler" in blob:
        optimizer.load_state_dict(blob["optimizer"])
        scheduler.load_state_dict(blob["scheduler"])
    else:
        for _ in range(start):
            scheduler.step()
        optimizer.load_state_dict(blob["optimizer"])
    for _ in range(start, epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
