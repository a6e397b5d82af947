import torch
from torch.optim.lr_scheduler import LambdaLR
from torch.utils.data import DataLoader


def train(model, data):
    loader = DataLoader(data, batch_size=4)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(5):
        for i, x in enumerate(loader):
            done = (epoch * len(loader) + i) / (5 * len(loader))
            scheduler = LambdaLR(optimizer, lambda _: (1 - done) ** 0.9)
            print(optimizer.param_groups[0]["lr"])
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
            scheduler.step()


if __name__ == "__main__":
    train(torch.nn.Linear(2, 1), torch.ones(8, 2))
