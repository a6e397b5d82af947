import torch
from torch import nn
from torch.optim.lr_scheduler import LRScheduler
from torch.utils.data import DataLoader, TensorDataset


class Sawtooth(LRScheduler):
    """Counts how often it was asked."""

    def __init__(self, optimizer, period):
        self.period = period
        self.asked = 0
        super().__init__(optimizer)

    def get_lr(self):
        self.asked += 1
        return [base * (1 - self.asked % self.period / self.period) for base in self.base_lrs]


loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8)
model = nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
scheduler = Sawtooth(optimizer, 5)
for epoch in range(20):
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()
    scheduler.step()
    print(epoch, scheduler.get_lr())  # expect: SCH403
