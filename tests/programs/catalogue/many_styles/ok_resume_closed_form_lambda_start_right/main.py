"""Position by the start epoch inside the lambda."""
import torch


def main(net, loader, args):
    optimizer = torch.optim.Adam(net.parameters(), lr=args.lr)
    start = 0
    if args.resume:
        ck = torch.load(args.resume)
        net.load_state_dict(ck["net"])
        optimizer.load_state_dict(ck["optim"])
        start = ck["epoch"] + 1
        for group in optimizer.param_groups:
            group["lr"] = group["initial_lr"] = args.lr
    rule = lambda e: 1.0 - max(0, e + start - args.keep) / float(args.decay + 1)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=rule)
    for epoch in range(start, args.keep + args.decay):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        scheduler.step()
        torch.save({"net": net.state_dict(), "optim": optimizer.state_dict(), "epoch": epoch}, "x.pt")
