"""SequentialLR whose warm-up and total are named in epochs is stepped per batch."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def main(args, net, loader):
    optimizer = torch.optim.AdamW(net.parameters(), lr=args.lr)
    warm = LinearLR(optimizer, start_factor=0.01, total_iters=args.warmup_epochs)
    cosine = CosineAnnealingLR(optimizer, T_max=args.epochs - args.warmup_epochs)
    lr_scheduler = SequentialLR(optimizer, schedulers=[warm, cosine], milestones=[args.warmup_epochs])
    for epoch in range(args.epochs):
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(net(x), y, label_smoothing=0.1)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            lr_scheduler.step()  # expect: SCH201
