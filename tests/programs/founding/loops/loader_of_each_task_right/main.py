"""A loader for every task, epochs for every loader, the schedule stepped once for each of these."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def learn(net, task_loaders, epochs=50):
    for loader in task_loaders:
        opt = torch.optim.SGD(net.parameters(), lr=0.03)
        sched = CosineAnnealingLR(opt, T_max=epochs)
        for _ in range(epochs):
            for x, y in loader:
                opt.zero_grad()
                torch.nn.functional.cross_entropy(net(x), y).backward()
                opt.step()
            sched.step()
