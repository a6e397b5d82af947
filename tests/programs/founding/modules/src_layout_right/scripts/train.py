"""src layout, the script hands the horizon in batches to the re-exported builder: silent."""
import argparse

import pixelnet
import torch
from pixelnet.engine import train_one_epoch


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--max-epochs", type=int, default=300)
    args = parser.parse_args()
    model = torch.nn.Conv2d(3, 3, 1)
    optimizer = pixelnet.make_optimizer(model.parameters(), 1e-3)
    loader = torch.utils.data.DataLoader([], batch_size=4)
    scheduler = pixelnet.make_scheduler(optimizer, args.max_epochs * len(loader))
    for _ in range(args.max_epochs):
        train_one_epoch(model, loader, optimizer, scheduler)


if __name__ == "__main__":
    main()
