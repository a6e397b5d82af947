"""The line that restores the optimizer is commented out, the scheduler comes back alone."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def main(args, model, loader):
    optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
    lr_scheduler = CosineAnnealingLR(optimizer, args.epochs)
    start = 0
    if args.resume:
        state = torch.load(args.resume)
        model.load_state_dict(state["model"])
        # optimizer.load_state_dict(state["optimizer"])
        lr_scheduler.load_state_dict(state["lr_scheduler"])  # expect: SCH102
        start = state["epoch"]
    for _ in range(start, args.epochs):
        for batch in loader:
            optimizer.zero_grad()
            model(batch).mean().backward()
            optimizer.step()
        lr_scheduler.step()
