"""A decorator class wraps the batch function; the schedule moves per epoch: silent."""
import torch
from hooks import Timed


@Timed
def train_step(net, opt, x):
    opt.zero_grad()
    net(x).sum().backward()
    opt.step()


def main(net, loader, EPOCHS=18):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, EPOCHS)
    for epoch in range(EPOCHS):
        for x in loader:
            train_step(net, opt, x)
        sch.step()
    print(train_step.calls)
