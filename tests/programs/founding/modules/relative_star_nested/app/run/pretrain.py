"""`from ..common import *` brings torch's classes under project names; batches-long horizon moves per epoch."""
from ..common import *


def pretrain(net, loader, epochs):
    optimizer = Opt(net.parameters(), lr=1.5e-4)
    anneal = Anneal(optimizer, T_max=len(loader) * epochs)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        anneal.step()  # expect: SCH202
