"""Horovod hands the same optimizer back and spreads its state; the schedule follows the optimizer."""
import horovod.torch as hvd
import torch


def main(net, loader, epochs=30):
    hvd.init()
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3 * hvd.size())
    optimizer = hvd.DistributedOptimizer(optimizer, named_parameters=net.named_parameters())
    hvd.broadcast_optimizer_state(optimizer, root_rank=0)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs * len(loader))
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
            scheduler.step()
