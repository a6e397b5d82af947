"""DINO: cosine_scheduler returns arrays indexed by iteration; no object to step."""
import numpy as np
import torch


def cosine_scheduler(base, final, epochs, niter_per_ep, warmup_epochs=0):
    warm = np.linspace(0, base, warmup_epochs * niter_per_ep)
    it = np.arange(epochs * niter_per_ep - len(warm))
    rest = final + 0.5 * (base - final) * (1 + np.cos(np.pi * it / len(it)))
    return np.concatenate((warm, rest))


def main(student, loader, args):
    optimizer = torch.optim.AdamW(student.parameters())
    lr_schedule = cosine_scheduler(args.lr, args.min_lr, args.epochs, len(loader), args.warmup_epochs)
    wd_schedule = cosine_scheduler(args.weight_decay, args.weight_decay_end, args.epochs, len(loader))
    for epoch in range(args.epochs):
        for it, images in enumerate(loader):
            it = len(loader) * epoch + it
            for i, group in enumerate(optimizer.param_groups):
                group["lr"] = lr_schedule[it]
                if i == 0:
                    group["weight_decay"] = wd_schedule[it]
            optimizer.zero_grad()
            student(images).mean().backward()
            optimizer.step()
