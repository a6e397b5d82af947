import torch


@torch.no_grad()
def accuracy(net, loader):
    right = sum((net(x).argmax(1) == y).sum().item() for x, y in loader)
    return right / len(loader.dataset)
