"""A Path built with / in a shared module joins the scripts; T_max differs."""
import torch
from common.paths import LAST
from torch.optim.lr_scheduler import CosineAnnealingLR


def fit(net, loader, n=30):
    optimizer = torch.optim.Adam(net.parameters(), 1e-3)
    cosine = CosineAnnealingLR(optimizer, T_max=30)
    for _ in range(n):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        cosine.step()
    torch.save({"n": net.state_dict(), "o": optimizer.state_dict(), "c": cosine.state_dict()}, LAST)
