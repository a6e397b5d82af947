"""Two trainers in one project: one steps per batch with a schedule in batches, the other per epoch in epochs."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


class PerBatch:
    def fit(self, net, dl, epochs):
        opt = torch.optim.SGD(net.parameters(), lr=0.1)
        sched = CosineAnnealingLR(opt, epochs * len(dl))
        run(net, dl, epochs, opt, sched, every_batch=True)


class PerEpoch:
    def fit(self, net, dl, epochs):
        opt = torch.optim.SGD(net.parameters(), lr=0.1)
        sched = CosineAnnealingLR(opt, epochs)
        run(net, dl, epochs, opt, sched, every_batch=False)


def run(net, dl, epochs, opt, sched, every_batch):
    for _ in range(epochs):
        for x in dl:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            if every_batch:
                sched.step()
        if not every_batch:
            sched.step()


def main(net, dl):
    PerBatch().fit(net, dl, 10)
    PerEpoch().fit(net, dl, 10)
