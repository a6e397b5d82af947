import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from schedules import WarmupPolyLR

if __name__ == "__main__":
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8)
    model = nn.Linear(4, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    schedule = WarmupPolyLR(optimizer, warmup=10, total=10 * len(loader))
    for epoch in range(10):
        for i, (x, y) in enumerate(loader):
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            optimizer.step()
            if i % 4 == 0:
                print(epoch, i, "lr", schedule.get_lr()[0])
            schedule.step()
