import argparse

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR


class Net(nn.Module):
    def __init__(self, finetune=True):
        super().__init__()
        self.body = nn.Linear(4, 4)
        self.head = nn.Linear(4, 2)
        self.finetune = finetune

    def groups(self, base_lr=1.0):
        return [
            {"params": self.body.parameters(), "lr": 0.1 * base_lr if self.finetune else 1.0 * base_lr},
            {"params": self.head.parameters(), "lr": 1.0 * base_lr},
        ]


def main(args, loader):
    net = Net(finetune=not args.scratch)
    optimizer = torch.optim.SGD(net.groups(), args.lr, momentum=0.9)
    scheduler = LambdaLR(optimizer, lambda x: args.lr * (1.0 + 0.001 * float(x)) ** -0.75)
    for epoch in range(args.epochs):
        for x, y in loader:
            loss = nn.functional.cross_entropy(net(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            scheduler.step()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", default=0.01, type=float)
    parser.add_argument("--scratch", action="store_true")
    parser.add_argument("--epochs", default=20, type=int)
    main(parser.parse_args(), [(torch.zeros(1, 4), torch.zeros(1, dtype=torch.long))])
