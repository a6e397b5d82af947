"""A wrapper object around the scheduler, built directly by class; its advance() runs per batch."""
import torch
from policies import Poly


def main(net, loader, epochs=14):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    policy = Poly(opt, epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            policy.advance()
