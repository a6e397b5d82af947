"""Script-level code in the style of an exported notebook: train/test functions and a loop at module level."""
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets
from torchvision.transforms import ToTensor

train_dataloader = DataLoader(datasets.FashionMNIST("data", True, ToTensor(), download=True), batch_size=64)
test_dataloader = DataLoader(datasets.FashionMNIST("data", False, ToTensor(), download=True), batch_size=64)
model = nn.Sequential(nn.Flatten(), nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 10))
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, "min", patience=2)


def train(dataloader):
    for batch, (X, y) in enumerate(dataloader):
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()


def test(dataloader):
    with torch.no_grad():
        return sum(loss_fn(model(X), y).item() for X, y in dataloader) / len(dataloader)


for t in range(50):
    train(train_dataloader)
    scheduler.step(test(test_dataloader))
print("Done!")
