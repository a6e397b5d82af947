"""A comprehension picks the schedulers out of a state dictionary."""
import torch
from torch.optim import lr_scheduler as lrs


def schedulers_of(state):
    return [value for value in state.values() if isinstance(value, lrs._LRScheduler)]  # expect: SCH402


def main(net, loader, epochs=20):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = lrs.ExponentialLR(optimizer, 0.9)
    state = {"net": net, "optimizer": optimizer, "scheduler": scheduler}
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
    print(len(schedulers_of(state)))
