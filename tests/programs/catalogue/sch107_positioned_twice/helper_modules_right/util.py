import torch


def load(path, net):
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    return blob["epoch"]


def fast_forward(scheduler, epochs):
    for _ in range(epochs):
        scheduler.step()


def train_epoch(net, optimizer, loader):
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.huber_loss(net(x), y).backward()
        optimizer.step()
