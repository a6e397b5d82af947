"""The groups' own lr are factors (0.1 and 1.0), so the lambda rightly holds the rate."""
import torch


def main(args, net, loader):
    groups = [{"params": net.backbone.parameters(), "lr": 0.1}, {"params": net.head.parameters(), "lr": 1.0}]
    optimizer = torch.optim.SGD(groups, lr=args.lr, momentum=0.9, nesterov=True)
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: args.lr * (1.0 + args.lr_gamma * step) ** (-args.lr_decay)
    )
    for _ in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
            scheduler.step()
