"""The warm-up of the first epoch is built after the group was added; the main schedule, which goes on, was not."""
import torch
from torch.optim.lr_scheduler import LinearLR, MultiStepLR


def main(net, loader, epochs=26):
    optimizer = torch.optim.SGD(net.body.parameters(), lr=0.02)
    scheduler = MultiStepLR(optimizer, milestones=[16, 22])
    optimizer.add_param_group({"params": net.head.parameters()})  # expect: SCH406
    for epoch in range(epochs):
        warmup = None
        if epoch == 0:
            warmup = LinearLR(optimizer, start_factor=0.001, total_iters=min(1000, len(loader) - 1))
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
            if warmup is not None:
                warmup.step()
        scheduler.step()
