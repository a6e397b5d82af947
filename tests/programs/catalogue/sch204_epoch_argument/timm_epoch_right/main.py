"""timm's schedulers are stepped with the epoch, and with the metric."""
import torch
from timm.scheduler import create_scheduler


def main(args, net, loader):
    optimizer = torch.optim.AdamW(net.parameters(), lr=args.lr)
    lr_scheduler, num_epochs = create_scheduler(args, optimizer)
    for epoch in range(args.start_epoch, num_epochs):
        total = 0.0
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(net(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        lr_scheduler.step(epoch + 1, total)
