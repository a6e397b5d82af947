"""references/segmentation: PolynomialLR over iters_per_epoch * epochs after a LinearLR warm-up, per batch."""
import torch
from torch.optim.lr_scheduler import PolynomialLR


def evaluate(model, loader):
    model.eval()
    with torch.inference_mode():
        return sum(model(x)["out"].argmax(1).eq(y).float().mean() for x, y in loader)


def train_one_epoch(model, optimizer, data_loader, lr_scheduler, device):
    model.train()
    for image, target in data_loader:
        out = model(image.to(device))["out"]
        loss = torch.nn.functional.cross_entropy(out, target.to(device), ignore_index=255)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        lr_scheduler.step()


def main(args, model, loader, val):
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9, weight_decay=1e-4)
    iters_per_epoch = len(loader)
    main_lr = PolynomialLR(optimizer, total_iters=iters_per_epoch * (args.epochs - args.lr_warmup_epochs), power=0.9)
    if args.lr_warmup_epochs > 0:
        warmup_iters = iters_per_epoch * args.lr_warmup_epochs
        warm = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.01, total_iters=warmup_iters)
        lr_scheduler = torch.optim.lr_scheduler.SequentialLR(optimizer, [warm, main_lr], milestones=[warmup_iters])
    else:
        lr_scheduler = main_lr
    for epoch in range(args.epochs):
        train_one_epoch(model, optimizer, loader, lr_scheduler, "cuda")
        print(epoch, evaluate(model, val))
