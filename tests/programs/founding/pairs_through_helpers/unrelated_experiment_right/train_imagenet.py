"""Another experiment: another file (checkpoint.pth.tar), other keys, no scheduler in it."""
import argparse
import time
import torch
import utils

parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float, default=0.1)
parser.add_argument("--epochs", type=int, default=250)
parser.add_argument("--save", default="logs/")
args = parser.parse_args()
args.save = "{}eval-{}".format(args.save, time.strftime("%Y%m%d"))


def main(model, loader):
    optimizer = torch.optim.SGD(model.parameters(), args.learning_rate)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, float(args.epochs))
    for epoch in range(args.epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        scheduler.step()
        utils.save_checkpoint2({"epoch": epoch + 1, "state_dict": model.state_dict(), "optimizer": optimizer.state_dict()}, args.save)
