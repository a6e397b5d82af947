"""The warm-up of the first epoch drives the new optimizer; the main schedule still drives the old one."""
import torch
from torch.optim.lr_scheduler import LinearLR, MultiStepLR


def main(net, loader, epochs=26):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.02)
    scheduler = MultiStepLR(optimizer, milestones=[16, 22])
    if torch.cuda.is_available():
        net.cuda()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.02, momentum=0.9)  # expect: SCH105
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
