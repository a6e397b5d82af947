"""With --warmup every turn after the warm-up steps the scheduler twice (and the warm-up's turns move it on too)."""
import argparse
import torch

parser = argparse.ArgumentParser()
parser.add_argument("--warmup", action="store_true")
parser.add_argument("--epochs", type=int, default=300)
args = parser.parse_args()


def main(model, loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    max_iter = args.epochs * len(loader)
    warm = 5 * len(loader)
    horizon = max_iter - warm if args.warmup else max_iter
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=horizon)
    batches = iter(loader)
    for it in range(1, max_iter + 1):
        x = next(batches)
        if args.warmup:
            if it < warm + 1:
                for group in optimizer.param_groups:
                    group["lr"] = 0.1 * it / warm
            else:
                scheduler.step()
        optimizer.zero_grad()
        model(x).mean().backward()
        optimizer.step()
        scheduler.step()  # expect: SCH210
