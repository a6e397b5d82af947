import torch

from model import Net, loader

net = Net()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[10, 20], gamma=0.1)
half = torch.load("half.pth")
net.load_state_dict(half["net"])
optimizer.load_state_dict(half["optimizer"])  # expect: SCH103
for epoch in range(half["epoch"], 30):
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    scheduler.step()
