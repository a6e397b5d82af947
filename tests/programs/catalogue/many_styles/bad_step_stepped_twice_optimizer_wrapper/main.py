import torch
from wrap import Wrapper


def main(net, loader, epochs=5):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda step: min(1.0, step / 500))
    both = Wrapper(opt, sched)
    for _ in range(epochs):
        for x in loader:
            both.zero_grad()
            net(x).mean().backward()
            both.step()
            sched.step()  # expect: SCH210
