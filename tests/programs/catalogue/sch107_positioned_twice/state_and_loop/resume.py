"""The scheduler's state is restored and then fast-forwarded once more."""
import torch
from torch.optim.lr_scheduler import StepLR


def main(net, loader, path, epochs=90):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = StepLR(optimizer, step_size=30)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    optimizer.load_state_dict(blob["optimizer"])
    scheduler.load_state_dict(blob["scheduler"])
    start = blob["epoch"] + 1
    for _ in range(start):
        scheduler.step()  # expect: SCH107
    for _ in range(start, epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
