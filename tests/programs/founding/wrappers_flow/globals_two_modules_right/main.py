"""State lives in another module's globals; built before the restore: silent."""
import shared
import torch


def setup(net, path):
    shared.net = net
    shared.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    shared.lrs = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(shared.optimizer, 10)
    blob = torch.load(path)
    shared.optimizer.load_state_dict(blob["opt"])
    shared.lrs.load_state_dict(blob["lrs"])
    return blob["epoch"]


def main(net, loader, path):
    for _ in range(setup(net, path), 60):
        for x in loader:
            shared.optimizer.zero_grad()
            shared.net(x).sum().backward()
            shared.optimizer.step()
        shared.lrs.step()
