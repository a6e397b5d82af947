"""A detection project: verbose, get_lr in the log and a checkpoint without the scheduler."""
import argparse

import torch
from engine import evaluate, train_one_epoch
from models import Detector, load_data
from optim import build_optimizer, build_scheduler
from utils import resume_from, save_checkpoint


def get_args():
    parser = argparse.ArgumentParser("detector")
    parser.add_argument("--epochs", type=int, default=26)
    parser.add_argument("--lr", type=float, default=0.02)
    parser.add_argument("--lr-steps", type=int, nargs="+", default=[16, 22])
    parser.add_argument("--resume", default="")
    parser.add_argument("--output", default="out/det.pth")
    return parser.parse_args()


def main():
    args = get_args()
    model = Detector()
    train_loader, val_loader = load_data()
    optimizer = build_optimizer(model, args)
    lr_scheduler = build_scheduler(optimizer, args)
    start_epoch = 0
    if args.resume:
        start_epoch = resume_from(args.resume, model, optimizer)
    for epoch in range(start_epoch, args.epochs):
        train_one_epoch(model, optimizer, train_loader, epoch)
        print("lr after epoch", epoch, lr_scheduler.get_lr())  # expect: SCH403
        lr_scheduler.step()
        save_checkpoint(args.output, epoch, model, optimizer)
        evaluate(model, val_loader)


if __name__ == "__main__":
    main()
