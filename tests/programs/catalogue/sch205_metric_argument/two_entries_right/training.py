import torch
from torch.optim.lr_scheduler import ExponentialLR, ReduceLROnPlateau


class Schedule:
    def __init__(self, optimizer, args):
        self.kind = args.scheduler
        if args.scheduler == "plateau":
            self.scheduler = ReduceLROnPlateau(optimizer)
        elif args.scheduler == "exponential":
            self.scheduler = ExponentialLR(optimizer, 0.9)
        else:
            raise ValueError(args.scheduler)

    def step(self, metric=None):
        if self.kind == "exponential":
            self.scheduler.step()
        elif self.kind == "plateau":
            self.scheduler.step(metrics=metric)


def train(args, model, loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    schedule = Schedule(optimizer, args)
    for epoch in range(10):
        total = 0.0
        for batch in loader:
            optimizer.zero_grad()
            loss = model(batch).mean()
            loss.backward()
            optimizer.step()
            total += loss.item()
        schedule.step(metric=total)
