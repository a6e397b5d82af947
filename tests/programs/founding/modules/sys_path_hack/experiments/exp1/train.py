"""sys.path.append("../..") and an import from a sibling tree; the epoch schedule moves per batch."""
import os
import sys

import torch

sys.path.append(os.path.join(os.path.dirname(__file__), "..", ".."))
from lib.sched_utils import cosine_by_epoch  # noqa: E402


def main(net, loader, epochs=31):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    s = cosine_by_epoch(opt, epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            s.step()  # expect: SCH201
