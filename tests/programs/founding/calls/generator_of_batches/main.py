"""A generator flattens epochs and batches; the epoch schedule moves with every yielded batch."""
import torch
from data import batches


def main(net, loader, epochs=22):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for epoch, i, x in batches(loader, epochs):
        opt.zero_grad()
        net(x).sum().backward()
        opt.step()
        sched.step()  # expect: SCH201
