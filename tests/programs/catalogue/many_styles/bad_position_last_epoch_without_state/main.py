import argparse

import torch


def build(net, lr, last):
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    return optimizer, torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.95, last_epoch=last)  # expect: SCH106


def main(net, loader):
    p = argparse.ArgumentParser()
    p.add_argument("--start-epoch", type=int, default=0)
    p.add_argument("--weights")
    a = p.parse_args()
    if a.weights:
        net.load_state_dict(torch.load(a.weights))
    optimizer, scheduler = build(net, 0.1, a.start_epoch)
    for _ in range(a.start_epoch, 100):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
