import argparse

import torch
from torch.optim.lr_scheduler import LinearLR, ReduceLROnPlateau


class Meter:
    def __init__(self):
        self.sums = {"loss": torch.zeros(1), "other": torch.zeros(1)}
        self.count = 0

    def add(self, values):
        self.count += 1
        for key, value in zip(self.sums, values):
            self.sums[key] += value

    def summary(self):
        return {key: (value / self.count).item() for key, value in self.sums.items()}


def build(args, model, stage=0, optimizer=None):
    if stage == 0 or args.kind == "layers":
        optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    plateau = ReduceLROnPlateau(optimizer, patience=5)
    if args.kind == "plateau":
        scheduler = plateau
    elif args.kind == "warm" or args.kind == "layers":
        if (args.kind == "warm" and stage < 1) or (args.kind == "layers" and stage <= args.layers):
            scheduler = LinearLR(optimizer, start_factor=0.01, total_iters=args.warm)
        else:
            scheduler = plateau
    else:
        scheduler = None
    return optimizer, scheduler


def one_epoch(model, optimizer):
    for x in torch.randn(8, 4, 2):
        optimizer.zero_grad()
        loss = model(x).pow(2).mean()
        loss.backward()
        optimizer.step()


def validate(model):
    meter = Meter()
    for x in torch.randn(8, 4, 2):
        meter.add([model(x).pow(2).mean().detach(), torch.ones(1)])
    return meter.summary()


def train(args, model, optimizer, scheduler):
    frozen = 0
    if args.kind == "layers":
        frozen = args.warm * (args.layers + 1) - 1
    for epoch in range(args.epochs):
        if args.kind == "layers" and (epoch + 1) % args.warm == 0:
            stage = (epoch + 1) // args.warm
            if stage <= args.layers + 1:
                optimizer, scheduler = build(args, model, stage=stage)
        elif args.kind == "warm" and epoch == args.warm:
            optimizer, scheduler = build(args, model, stage=1, optimizer=optimizer)
        one_epoch(model, optimizer)
        losses = validate(model)
        if scheduler:
            if epoch < frozen or (args.kind == "warm" and epoch < args.warm):
                scheduler.step()
            else:
                scheduler.step(losses["loss"])
        print(epoch, type(scheduler).__name__, optimizer.param_groups[0]["lr"])


parser = argparse.ArgumentParser()
parser.add_argument("--kind", default=None)
parser.add_argument("--warm", type=int, default=4)
parser.add_argument("--layers", type=int, default=2)
parser.add_argument("--epochs", type=int, default=20)
args = parser.parse_args()
model = torch.nn.Linear(2, 1)
optimizer, scheduler = build(args, model)
train(args, model, optimizer, scheduler)
