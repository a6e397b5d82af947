import argparse

import torch

from data import loader
from schedules import MAKERS
from trainer import Plain, Squared

TRAINERS = {"plain": Plain, "squared": Squared}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kind", choices=list(TRAINERS), default="plain")
    parser.add_argument("--schedule", choices=list(MAKERS), default="1")
    parser.add_argument("--warmup", type=float, default=0.1)
    parser.add_argument("--total", type=int, default=100000)
    args = parser.parse_args()
    model = torch.nn.Linear(4, 4)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    make = MAKERS[args.schedule]
    if args.schedule in ["0", "3"]:
        scheduler = make(optimizer)
    elif args.schedule in ["1", "4"]:
        scheduler = make(optimizer, args.total)
    else:
        scheduler = make(optimizer, args.total * args.warmup, args.total)
    TRAINERS[args.kind](args).train(loader, model, optimizer, scheduler)


if __name__ == "__main__":
    main()
