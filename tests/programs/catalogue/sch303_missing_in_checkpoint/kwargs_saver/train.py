"""save(**objects): the caller hands over model and optimizer and leaves out the scheduler."""
import sys

import torch
from io_utils import dump, undump


def main(net, loader):
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    halver = torch.optim.lr_scheduler.StepLR(optimizer, 15, 0.5)
    start = 0
    if "--resume" in sys.argv:
        start = undump("state.bin", model=net, optimizer=optimizer) + 1
    for epoch in range(start, 60):
        for x in loader:
            optimizer.zero_grad()
            net(x).var().backward()
            optimizer.step()
        halver.step()
        dump("state.bin", epoch, model=net, optimizer=optimizer)
