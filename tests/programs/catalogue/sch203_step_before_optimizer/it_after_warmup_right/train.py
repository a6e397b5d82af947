"""Stepped at the top of the batch, but only after some iterations."""
import torch


def main(model, loader, warmup, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.999)
    it = 0
    for epoch in range(epochs):
        for b in loader:
            if it > warmup:
                sched.step()
            it += 1
            opt.zero_grad()
            model(b).mean().backward()
            opt.step()
