"""The offset of the resumed run stands inside the lambda."""
import math

import torch


def main(net, loader, path=None, epochs=60):
    blob = torch.load(path) if path else None
    start = blob["epoch"] + 1 if blob else 0
    opt = torch.optim.Adam(net.parameters(), lr=2e-4)
    cosine = torch.optim.lr_scheduler.LambdaLR(
        opt, lr_lambda=lambda epoch: 0.5 * (1 + math.cos(math.pi * (epoch + start) / epochs))
    )
    if blob:
        net.load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])
    for _ in range(start, epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        cosine.step()
