"""Both schedules drive the new optimizer."""
import torch
from torch.optim.lr_scheduler import LinearLR, MultiStepLR


def main(net, loader, epochs=26):
    if torch.cuda.is_available():
        net.cuda()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.02, momentum=0.9)
    scheduler = MultiStepLR(optimizer, milestones=[16, 22])
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
