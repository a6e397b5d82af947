"""Each fold builds net, optimizer and scheduler anew under the same names."""
import torch
from torch.utils.data import DataLoader, Subset


def cross_validate(make_net, dataset, folds):
    scores = []
    for train_idx, val_idx in folds:
        net = make_net()
        optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=15)
        loader = DataLoader(Subset(dataset, train_idx), 32, shuffle=True)
        for _ in range(15):
            for x, y in loader:
                optimizer.zero_grad()
                torch.nn.functional.mse_loss(net(x), y).backward()
                optimizer.step()
            scheduler.step()
        with torch.no_grad():
            scores.append(sum(torch.nn.functional.mse_loss(net(x), y) for x, y in DataLoader(Subset(dataset, val_idx))))
    return scores
