"""The scheduler is optional: written when there is one, read when it is there."""
import torch


def get_scheduler(args, optimizer):
    if args.sched == "step":
        return torch.optim.lr_scheduler.StepLR(optimizer, args.decay_epochs)
    return None


def main(args, net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    scheduler = get_scheduler(args, optimizer)
    start = 0
    if args.resume:
        state = torch.load(args.resume)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        if scheduler is not None and "scheduler" in state:
            scheduler.load_state_dict(state["scheduler"])
        start = state["epoch"] + 1
    for epoch in range(start, args.epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        if scheduler is not None:
            scheduler.step()
            state["scheduler"] = scheduler.state_dict()
        torch.save(state, f"{args.out}/last.pt")
