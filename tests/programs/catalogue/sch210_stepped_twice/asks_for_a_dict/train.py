"""The scheduler is no dict: the else branch always runs, so it is stepped twice a turn."""
import torch


def train(model, loader, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    for epoch in range(epochs):
        for x in loader:
            model(x).sum().backward()
            optimizer.step()
        scheduler.step()
        if isinstance(scheduler, dict):
            print(scheduler["a"])
        else:
            scheduler.step()  # expect: SCH210
