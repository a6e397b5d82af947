"""Names say epoch, values hold steps (`max_epochs = epochs * len(loader)`), stepped per batch: silent."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


class LinearWarmupCosine:
    """Arguments are called epochs by history; callers pass steps."""

    def __new__(cls, optimizer, warmup_epochs, max_epochs):
        warm = LinearLR(optimizer, 0.01, total_iters=warmup_epochs)
        rest = CosineAnnealingLR(optimizer, max_epochs - warmup_epochs)
        return SequentialLR(optimizer, [warm, rest], milestones=[warmup_epochs])


def main(net, loader, epochs=100, warmup=10):
    opt = torch.optim.AdamW(net.parameters(), lr=5e-4)
    sched = LinearWarmupCosine(opt, warmup_epochs=warmup * len(loader), max_epochs=epochs * len(loader))
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sched.step()
