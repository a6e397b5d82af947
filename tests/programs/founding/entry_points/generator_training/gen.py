"""A generator function trains and yields metrics; it steps the epoch schedule for every batch."""
import torch
from torch.optim.lr_scheduler import PolynomialLR


def training(model, loader, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=0.5)
    decay = PolynomialLR(opt, total_iters=epochs, power=1.0)
    for epoch in range(epochs):
        total = 0.0
        for x, y in loader:
            loss = torch.nn.functional.mse_loss(model(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            decay.step()  # expect: SCH201
            total += loss.item()
        yield epoch, total


def main(model, loader):
    for epoch, loss in training(model, loader, 25):
        print(epoch, loss)
