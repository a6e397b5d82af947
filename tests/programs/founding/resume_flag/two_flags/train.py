"""--resume and --reset-optimizer: without the reset both are restored, with the reset neither: silent."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def load_checkpoint(path, model, optimizer, lr_scheduler, reset_optimizer):
    state = torch.load(path)
    model.load_state_dict(state["model"])
    if not reset_optimizer:
        optimizer.load_state_dict(state["optimizer"])
        lr_scheduler.load_state_dict(state["lr_scheduler"])
        return state["epoch"]
    return 0


def main(args, model, loader):
    optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
    lr_scheduler = CosineAnnealingLR(optimizer, args.epochs)
    start = 0
    if args.resume:
        start = load_checkpoint(args.resume, model, optimizer, lr_scheduler, args.reset_optimizer)
    for _ in range(start, args.epochs):
        for batch in loader:
            optimizer.zero_grad()
            model(batch).mean().backward()
            optimizer.step()
        lr_scheduler.step()
