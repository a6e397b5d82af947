"""A schedule in iterations, stepped per batch, is given the epoch as last_epoch."""
import torch


def main(args, net, loader):
    optimizer = torch.optim.AdamW(net.parameters(), lr=args.lr)
    state = torch.load(args.resume)
    net.load_state_dict(state["net"])
    optimizer.load_state_dict(state["optimizer"])
    start_epoch = state["epoch"] + 1
    scheduler = torch.optim.lr_scheduler.OneCycleLR(  # expect: SCH106
        optimizer,
        max_lr=args.lr,
        total_steps=args.epochs * len(loader),
        last_epoch=start_epoch - 1,
    )
    for _ in range(start_epoch, args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
            scheduler.step()
