import torch
from engine import train_one_epoch


def main(model, loader, args):
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr)
    lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=args.lr_step_size, gamma=args.lr_gamma)
    for epoch in range(args.epochs):
        train_one_epoch(model, optimizer, loader, epoch)
        lr_scheduler.step()
