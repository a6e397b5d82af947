"""A decorator class with __call__ wraps the batch function; the epoch schedule moves inside it."""
import torch
from hooks import Timed


@Timed
def train_step(net, opt, sch, x):
    opt.zero_grad()
    net(x).sum().backward()
    opt.step()
    sch.step()  # expect: SCH201


def main(net, loader, EPOCHS=18):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, EPOCHS)
    for epoch in range(EPOCHS):
        for x in loader:
            train_step(net, opt, sch, x)
    print(train_step.calls)
