"""The handler only runs the same training again: no other way of calling is tried."""
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def train(net, loader, validate, batch, epochs=20):
    optimizer = torch.optim.RMSprop(net.parameters(), lr=1e-5)
    scheduler = ReduceLROnPlateau(optimizer, "max", patience=5, verbose=True)  # expect: SCH401
    for _ in range(epochs):
        for x in loader(batch):
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()  # expect: SCH205


def main(net, loader, validate):
    try:
        train(net, loader, validate, batch=32)
    except RuntimeError:
        torch.cuda.empty_cache()
        train(net, loader, validate, batch=8)
