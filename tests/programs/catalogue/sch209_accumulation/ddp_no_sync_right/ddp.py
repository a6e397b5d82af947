"""DDP with no_sync(): the schedule counts updates with math.ceil and is stepped with them."""
import contextlib
import math

import torch
from torch.nn.parallel import DistributedDataParallel as DDP


def main(args, net, loader):
    model = DDP(net.cuda())
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr)
    per_epoch = math.ceil(len(loader) / args.accum_iter)
    decay = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.1, total_iters=args.epochs * per_epoch)
    for _ in range(args.epochs):
        for i, (x, y) in enumerate(loader):
            last = (i + 1) % args.accum_iter == 0 or i + 1 == len(loader)
            with contextlib.nullcontext() if last else model.no_sync():
                (torch.nn.functional.cross_entropy(model(x), y) / args.accum_iter).backward()
            if last:
                optimizer.step()
                decay.step()
                optimizer.zero_grad()
