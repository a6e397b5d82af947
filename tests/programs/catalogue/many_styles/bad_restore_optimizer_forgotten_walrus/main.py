import torch
from state import load


def main(net, loader, args):
    opt = torch.optim.SGD(net.parameters(), lr=args.lr, momentum=0.9)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, args.epochs)
    first = 0
    if (state := load(args.resume)) is not None:
        net.load_state_dict(state["net"])
        sched.load_state_dict(state["sched"])  # expect: SCH102
        first = state["epoch"]
    for e in range(first, args.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
