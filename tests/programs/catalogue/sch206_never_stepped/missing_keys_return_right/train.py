import torch
from torch.optim.lr_scheduler import StepLR


def run(net, loader, config):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = StepLR(optimizer, step_size=10)
    for epoch in range(30):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        missing = [name for name in ["a", "b"] if name not in config]
        if missing:
            continue
        scheduler.step()
