import itertools

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, StepLR

GRID = {
    "lr": [0.1, 0.01],
    "sched": [lambda o: StepLR(o, 10), lambda o: CosineAnnealingLR(o, 30), lambda o: ExponentialLR(o, 0.95)],
}


def run(net, loader, lr, sched):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    scheduler = sched(opt)
    for _ in range(30):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            opt.step()
        scheduler.step()


def main(make, loader):
    for values in itertools.product(*GRID.values()):
        run(make(), loader, **dict(zip(GRID, values)))
