"""train.py saves no scheduler; resume.py loads model and optimizer and steps MultiStepLR."""
import torch

from model import Net, loader

net = Net()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[10, 20], gamma=0.1)
for epoch in range(15):
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    scheduler.step()
torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 15}, "half.pth")  # expect: SCH303
