import torch
from protocols import Null, Steps


def main(net, loader, decay: bool, epochs: int = 10):
    opt = torch.optim.AdamW(net.parameters(), 1e-3)
    sched: Steps = torch.optim.lr_scheduler.StepLR(opt, 3) if decay else Null()
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
