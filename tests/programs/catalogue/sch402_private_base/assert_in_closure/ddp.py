"""An assertion inside a nested function of a DDP script."""
import torch
from torch.nn.parallel import DistributedDataParallel
from torch.optim.lr_scheduler import _LRScheduler


def main(net, loader, epochs=15):
    model = DistributedDataParallel(net)
    optimizer = torch.optim.AdamW(model.parameters())
    scheduler = torch.optim.lr_scheduler.PolynomialLR(optimizer, total_iters=epochs)

    def advance():
        assert isinstance(scheduler, _LRScheduler), "not a scheduler"  # expect: SCH402
        scheduler.step()

    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        advance()
