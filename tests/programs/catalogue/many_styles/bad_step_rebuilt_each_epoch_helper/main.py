import torch
from epoch import train_epoch


def main(net, loader, epochs=10):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    for _ in range(epochs):
        train_epoch(net, optimizer, loader, epochs)
