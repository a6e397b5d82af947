"""train_epoch() of another module builds its own scheduler on the caller's optimizer."""
import torch
from engine import train_epoch


def main(net, loader, epochs=50):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    for epoch in range(epochs):
        loss = train_epoch(net, loader, optimizer, epochs)
        print(epoch, loss)
