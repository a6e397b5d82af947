"""MoCo/DINO style: no scheduler object, adjust_learning_rate() writes param_groups per iteration; resume is right."""
import math

import torch


def adjust_learning_rate(optimizer, epoch, args):
    if epoch < args.warmup_epochs:
        lr = args.lr * epoch / args.warmup_epochs
    else:
        done = (epoch - args.warmup_epochs) / (args.epochs - args.warmup_epochs)
        lr = args.lr * 0.5 * (1.0 + math.cos(math.pi * done))
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr
    return lr


def main(args, model, loader):
    optimizer = torch.optim.AdamW(model.parameters(), args.lr)
    if args.resume:
        ck = torch.load(args.resume)
        model.load_state_dict(ck["model"])
        optimizer.load_state_dict(ck["optimizer"])
        args.start_epoch = ck["epoch"]
    for epoch in range(args.start_epoch, args.epochs):
        for i, images in enumerate(loader):
            adjust_learning_rate(optimizer, epoch + i / len(loader), args)
            loss = model(images)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
