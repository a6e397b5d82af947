"""A helper of another module adds the group for a new head after CosineAnnealingLR was built."""
import torch
from surgery import attach_head


def main(net, tasks):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=25)
    attach_head(net, optimizer, 10)
    for _ in range(25):
        for x, y in tasks:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net.head(net(x)), y).backward()
            optimizer.step()
        scheduler.step()
