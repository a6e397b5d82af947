"""GradualWarmupScheduler wraps a cosine; stepped per epoch, and per batch with a fraction in a second script."""
import torch
from warmup_scheduler import GradualWarmupScheduler


def main(net, loader, max_epoch=200):
    optim = torch.optim.SGD(net.parameters(), lr=0.1)
    after = torch.optim.lr_scheduler.CosineAnnealingLR(optim, max_epoch - 5)
    scheduler = GradualWarmupScheduler(optim, multiplier=8, total_epoch=5, after_scheduler=after)
    for epoch in range(max_epoch):
        for x, y in loader:
            optim.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optim.step()
        scheduler.step()
