"""`import torch` alone, everything spelled in full; cosine over epochs is stepped per batch."""
import torch
import torch.nn as nn
from torchvision import datasets, transforms

EPOCHS = 40


def main():
    data = datasets.CIFAR10("data", train=True, transform=transforms.ToTensor(), download=True)
    train_loader = torch.utils.data.DataLoader(data, batch_size=128, shuffle=True)
    net = nn.Sequential(nn.Flatten(), nn.Linear(3072, 10))
    opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    policy = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=EPOCHS)
    for epoch in range(EPOCHS):
        for x, y in train_loader:
            opt.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
            policy.step()  # expect: SCH201
        print(epoch, opt.param_groups[0]["lr"])


if __name__ == "__main__":
    main()
