"""Two loaders in lock step; moved per epoch: silent."""
from itertools import zip_longest

import torch


def main(net, source_loader, target_loader, epochs=19):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lr_policy = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=lambda epoch: (1 + 10 * epoch / epochs) ** -0.75)
    for epoch in range(epochs):
        for i, (s, t) in enumerate(zip_longest(source_loader, target_loader), 1):
            if s is None or t is None:
                break
            opt.zero_grad()
            (net(s) - net(t)).pow(2).mean().backward()
            opt.step()
        lr_policy.step()
