import torch
from optim import update


def main(net, loader, epochs):
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, epochs=epochs, steps_per_epoch=len(loader))
    for _ in range(epochs):
        for x, y in loader:
            with update(optimizer, scheduler):
                torch.nn.functional.mse_loss(net(x), y).backward()
