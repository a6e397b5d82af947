"""The wrapped training function steps the epoch schedule inside its batch loop."""
import torch
from timing import timed

EPOCHS = 200


@timed
def train_epoch(net, loader, optimizer, scheduler):
    net.train()
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.nll_loss(net(x), y).backward()
        optimizer.step()
        scheduler.step()  # expect: SCH201


def main(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, nesterov=True, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[60, 120, 160], gamma=0.2)
    for _epoch in range(EPOCHS):
        train_epoch(net, loader, optimizer, scheduler)
