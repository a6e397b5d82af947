import torch
from torch.optim.lr_scheduler import OneCycleLR


def one_epoch(net, loader, optimizer, scheduler):
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        optimizer.step()
        scheduler.step()


def stagewise(cfg, net, loader):
    for stage in range(10):
        optimizer = torch.optim.Adam(net.parameters(), lr=cfg["lr"])
        scheduler = OneCycleLR(optimizer, max_lr=1e-2, steps_per_epoch=len(loader), epochs=cfg["num_epochs"])
        for epoch in range(cfg["num_epochs"]):
            one_epoch(net, loader, optimizer, scheduler)
