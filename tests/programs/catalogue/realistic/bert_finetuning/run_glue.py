"""A BERT script: swapped warm-up and total, and a resume in the wrong order."""
import argparse
import os

import torch
from data import collate, load_examples
from optimization import create_optimizer_and_scheduler
from torch.utils.data import DataLoader


def train(args, model, dataset):
    loader = DataLoader(dataset, batch_size=args.batch_size, shuffle=True, collate_fn=collate)
    updates = len(loader) // args.accumulation * args.epochs
    optimizer, scheduler = create_optimizer_and_scheduler(model, args.lr, updates, args.warmup_steps)
    if args.checkpoint:
        scheduler.load_state_dict(torch.load(os.path.join(args.checkpoint, "scheduler.pt")))  # expect: SCH101
        optimizer.load_state_dict(torch.load(os.path.join(args.checkpoint, "optimizer.pt")))
    for _ in range(args.epochs):
        for i, batch in enumerate(loader):
            loss = model(**batch).loss / args.accumulation
            loss.backward()
            if (i + 1) % args.accumulation == 0:
                optimizer.step()
                scheduler.step()
                optimizer.zero_grad()


def main(model):
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=3e-5)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch-size", type=int, default=16)
    parser.add_argument("--accumulation", type=int, default=2)
    parser.add_argument("--warmup-steps", type=int, default=100)
    parser.add_argument("--checkpoint")
    args = parser.parse_args()
    train(args, model, load_examples())
