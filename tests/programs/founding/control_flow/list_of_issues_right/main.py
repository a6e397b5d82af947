"""A list that may have got an entry, an early return, and the schedule once an epoch: silent."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def broken(x, loss):
    issues = []
    if torch.isnan(x).any():
        issues.append("NaN among the inputs")
    if torch.isnan(loss):
        issues.append("NaN for a loss")
    if issues:
        print(issues)
        return True
    return False


def main(net, loader, epochs=40):
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    cosine = CosineAnnealingLR(opt, T_max=epochs)
    for _ in range(epochs):
        for x in loader:
            loss = net(x).mean()
            if broken(x, loss):
                return float("inf")
            opt.zero_grad()
            loss.backward()
            opt.step()
        cosine.step()
