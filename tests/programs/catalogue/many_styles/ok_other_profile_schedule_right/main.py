"""torch.profiler's schedule is no learning-rate scheduler."""
import torch
from torch.profiler import profile, schedule


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    scheduler = schedule(wait=1, warmup=1, active=3)
    with profile(schedule=scheduler) as prof:
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            prof.step()
