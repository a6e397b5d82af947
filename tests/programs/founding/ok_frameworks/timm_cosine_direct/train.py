"""timm's CosineLRScheduler with t_in_epochs=False, built after the optimizer was restored, step_update per batch."""
import torch
from timm.scheduler.cosine_lr import CosineLRScheduler


def main(args, model, loader):
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    n = len(loader)
    lr_scheduler = CosineLRScheduler(
        optimizer, t_initial=args.epochs * n, warmup_t=args.warmup_epochs * n, lr_min=1e-6, t_in_epochs=False
    )
    first = 0
    if args.resume:
        ck = torch.load(args.resume, map_location="cpu")
        optimizer.load_state_dict(ck["optimizer"])
        lr_scheduler.load_state_dict(ck["lr_scheduler"])
        first = ck["epoch"] + 1
    for epoch in range(first, args.epochs):
        for idx, (x, y) in enumerate(loader):
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
            lr_scheduler.step_update(epoch * n + idx)
