import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def run(net, loader):
    for fold in range(3):
        optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
        scheduler = CosineAnnealingLR(optimizer, T_max=50)
        for epoch in range(25):
            for x, y in loader:
                optimizer.zero_grad()
                torch.nn.functional.mse_loss(net(x), y).backward()
                optimizer.step()
            scheduler.step()
