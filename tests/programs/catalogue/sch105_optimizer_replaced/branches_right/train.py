"""Two optimizers in two branches, replaced before the scheduler is built: one is stepped and one scheduled."""
import torch


def main(args, net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    if args.optimizer == "adam":
        optimizer = torch.optim.Adam(net.parameters(), lr=args.lr)
    elif args.optimizer == "rmsprop":
        optimizer = torch.optim.RMSprop(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, args.decay)
    for _ in range(args.epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
