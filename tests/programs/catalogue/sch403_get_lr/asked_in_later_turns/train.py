import torch
from torch import nn


class Trainer:
    def __init__(self):
        self.scheduler = None

    def update_lr(self, optimizer):
        if self.scheduler is None:
            self.scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.1)
        else:
            self.scheduler.step()
            print(self.scheduler.get_lr()[0])  # expect: SCH403

    def run(self, loader):
        net = nn.Linear(4, 2)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        for epoch in range(100):
            self.update_lr(optimizer)
            for batch in loader:
                optimizer.zero_grad()
                net(batch).sum().backward()
                optimizer.step()


Trainer().run([torch.zeros(1, 4)])
