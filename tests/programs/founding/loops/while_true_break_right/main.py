"""itertools.count over epochs; OneCycle over batches moves per batch: silent."""
import itertools

import torch


def main(net, loader, epochs=13):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    cyc = torch.optim.lr_scheduler.OneCycleLR(opt, 0.4, steps_per_epoch=len(loader), epochs=epochs)
    for epoch in itertools.count():
        if epoch >= epochs:
            break
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            cyc.step()
