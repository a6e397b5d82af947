import math

import torch
from torch.optim.lr_scheduler import LambdaLR

from data import args, loader, model

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = LambdaLR(optimizer, lambda epoch: (1 + math.cos(epoch * math.pi / args.epochs)) / 2)
start = 0
if args.resume:
    checkpoint = torch.load(args.resume)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])  # expect: SCH103
    start = checkpoint["epoch"]
warmup = max(3 * len(loader), 1000)
for epoch in range(start, args.epochs):
    for index, batch in enumerate(loader):
        number = index + len(loader) * epoch
        if number < warmup:
            for group in optimizer.param_groups:
                group["lr"] = group["initial_lr"] * number / warmup
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
    scheduler.step()
    states = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}
    torch.save(states, "last.pt")  # expect: SCH303
