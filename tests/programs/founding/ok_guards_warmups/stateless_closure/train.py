"""A schedule that is a plain callable of the step; nothing to step, save or load."""
import math

import torch


def cosine_lr(optimizer, base_lr, warmup_length, steps):
    def _lr_adjuster(step):
        if step < warmup_length:
            lr = base_lr * (step + 1) / warmup_length
        else:
            lr = 0.5 * (1 + math.cos(math.pi * (step - warmup_length) / (steps - warmup_length))) * base_lr
        for param_group in optimizer.param_groups:
            param_group["lr"] = lr
        return lr

    return _lr_adjuster


def main(args, model, loader):
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    scheduler = cosine_lr(optimizer, args.lr, args.warmup, args.epochs * len(loader))
    if args.resume:
        sd = torch.load(args.resume)
        model.load_state_dict(sd["state_dict"])
        optimizer.load_state_dict(sd["optimizer"])
    for epoch in range(args.epochs):
        for i, batch in enumerate(loader):
            scheduler(epoch * len(loader) + i)
            optimizer.zero_grad()
            model(batch).backward()
            optimizer.step()
