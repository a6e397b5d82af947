import argparse

import torch
from data import batches
from torch.optim.lr_scheduler import LambdaLR

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args()
net, head = torch.nn.Linear(3, 3), torch.nn.Linear(3, 1)

params = filter(lambda each: each.requires_grad, net.parameters())
first = torch.optim.SGD(params, lr=args.lr)
one = LambdaLR(first, lambda epoch: args.lr * 0.9**epoch)  # expect: SCH404

params = list(net.parameters()) + list(head.parameters())
second = torch.optim.SGD(params, lr=args.lr)
two = LambdaLR(second, lambda epoch: args.lr * 0.9**epoch)  # expect: SCH404

params = [{"params": net.parameters()}, {"params": head.parameters(), "lr": args.lr / 10}]
third = torch.optim.SGD(params, lr=args.lr)
three = LambdaLR(third, lambda epoch: args.lr * 0.9**epoch)  # expect: SCH404

for epoch in range(9):
    for batch in batches:
        head(net(batch)).mean().backward()
        for optimizer in (first, second, third):
            optimizer.step()
    for scheduler in (one, two, three):
        scheduler.step()
