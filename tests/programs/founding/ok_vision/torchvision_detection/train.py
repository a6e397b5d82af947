"""references/detection: warm-up built in epoch 0 and stepped per batch beside an epoch scheduler, with resume."""
import argparse

import torch
from engine import train_one_epoch


def main(args, model, data_loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
    scaler = torch.cuda.amp.GradScaler() if args.amp else None
    if args.lr_scheduler == "multisteplr":
        lr_scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=args.lr_steps, gamma=0.1)
    elif args.lr_scheduler == "cosineannealinglr":
        lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs)
    else:
        raise RuntimeError(f"Invalid lr scheduler '{args.lr_scheduler}'")
    if args.resume:
        checkpoint = torch.load(args.resume, map_location="cpu")
        model.load_state_dict(checkpoint["model"])
        optimizer.load_state_dict(checkpoint["optimizer"])
        lr_scheduler.load_state_dict(checkpoint["lr_scheduler"])
        args.start_epoch = checkpoint["epoch"] + 1
    for epoch in range(args.start_epoch, args.epochs):
        train_one_epoch(model, optimizer, data_loader, "cuda", epoch, 20, scaler)
        lr_scheduler.step()
        states = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        torch.save({**states, "lr_scheduler": lr_scheduler.state_dict()}, f"{args.output_dir}/model_{epoch}.pth")


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--lr", default=0.02, type=float)
    p.add_argument("--epochs", default=26, type=int)
    p.add_argument("--start-epoch", default=0, type=int)
    p.add_argument("--lr-scheduler", default="multisteplr")
    p.add_argument("--lr-steps", default=[16, 22], nargs="+", type=int)
    p.add_argument("--resume", default="")
    p.add_argument("--amp", action="store_true")
    p.add_argument("--output-dir", default=".")
    main(p.parse_args(), torch.nn.Linear(1, 1), torch.utils.data.DataLoader([]))
