"""A module picked with importlib from a variable is unknown to nobody's surprise; its use here is right: silent."""
import importlib

import torch


def main(net, loader, policy="anneal", epochs=10):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = importlib.import_module(f"policies.{policy}").build(opt, epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
