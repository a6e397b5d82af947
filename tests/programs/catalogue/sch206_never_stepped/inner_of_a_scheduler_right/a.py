import torch
from torch.optim import lr_scheduler
from torch.optim.lr_scheduler import LRScheduler


class Warm(LRScheduler):
    def __init__(self, optimizer):
        
        self.warm = 3
        self.after = lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda epoch: 0.95**epoch)
        self.done = False
        super().__init__(optimizer)

    def get_lr(self):
        if self.last_epoch >= self.warm - 1:
            self.done = True
            return self.after.get_last_lr()
        return [base * (self.last_epoch + 1) / self.warm for base in self.base_lrs]

    def step(self, epoch=None):
        if self.done and self.after:
            self.after.step()
            self._last_lr = self.after.get_last_lr()
        else:
            super().step(epoch)


def main():
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = Warm(optimizer)
    for epoch in range(10):
        optimizer.zero_grad()
        model(torch.randn(3, 2)).sum().backward()
        optimizer.step()
        scheduler.step()
        print(optimizer.param_groups[0]["lr"])


main()
