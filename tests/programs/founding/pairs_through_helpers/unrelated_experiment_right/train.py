"""Resumes its own checkpoint.pt only."""
import argparse
import os
import torch
import utils

parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float, default=0.025)
parser.add_argument("--epochs", type=int, default=600)
parser.add_argument("--save", default="EXP")
parser.add_argument("--resume", action="store_true")
args = parser.parse_args()


def main(model, loader):
    if args.resume:
        state = utils.load_checkpoint(os.path.join(args.save, "checkpoint.pt"))
    optimizer = torch.optim.SGD(model.parameters(), args.learning_rate)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, float(args.epochs))
    start = 0
    if args.resume:
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        scheduler.load_state_dict(state["scheduler"])
        start = state["epoch"] + 1
    for epoch in range(start, args.epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        scheduler.step()
        utils.save_checkpoint({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(), "epoch": epoch}, os.path.join(args.save, "checkpoint.pt"))
