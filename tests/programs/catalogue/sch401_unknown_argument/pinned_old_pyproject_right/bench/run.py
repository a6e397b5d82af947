"""pyproject keeps torch below 2.3: verbose is accepted."""
import torch

from .schedule import plateau


def main(net, train_dl, validate):
    optimizer = torch.optim.Adam(net.parameters())
    scheduler = plateau(optimizer)
    for _ in range(40):
        for x, y in train_dl:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        scheduler.step(validate(net))
