"""The checkpoint helper saves and loads model and optimizer only, while StepLR is stepped."""
import checkpoint
import torch


def main(args, net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=25, gamma=0.2)
    first = checkpoint.load(args.dir, net, optimizer) if args.resume else 0
    for epoch in range(first, args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
        checkpoint.save(args.dir, epoch, net, optimizer)
