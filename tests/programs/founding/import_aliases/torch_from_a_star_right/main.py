"""torch itself comes from the star import of the networks; the schedule goes on once an epoch: silent."""
import torch.optim as optim
from networks import *


def main(loader, epochs=300):
    net = Net(8)
    optimizer = optim.SGD(net.parameters(), lr=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    for epoch in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.binary_cross_entropy(net(x), y).backward()
            optimizer.step()
        schedule.step()
