"""Top of the epoch, but not of the first."""
import torch
import torch.nn.functional as F
from torch import optim
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader, TensorDataset

trainset = TensorDataset(torch.randn(128, 3, 8, 8), torch.randint(10, (128,)))
trainloader = DataLoader(trainset, batch_size=16, shuffle=True)
net = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(192, 10))
optimizer = optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
scheduler = lr_scheduler.StepLR(optimizer, step_size=50, gamma=0.1)

for epoch in range(200):
    if epoch > 0:
        scheduler.step()
    net.train()
    for inputs, targets in trainloader:
        optimizer.zero_grad()
        F.cross_entropy(net(inputs), targets).backward()
        optimizer.step()
