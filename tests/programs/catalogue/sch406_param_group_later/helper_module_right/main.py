"""The helper adds the group before the scheduler is built."""
import torch
from surgery import attach_head


def main(net, tasks):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    attach_head(net, optimizer, 10)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=25)
    for _ in range(25):
        for x, y in tasks:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net.head(net(x)), y).backward()
            optimizer.step()
        scheduler.step()
