"""The checkpoint is written before the epoch's step; found when meters.py is out of reach, not with it."""
import argparse
import torch
import meters

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=600)
parser.add_argument("--resume", default=None)
parser.add_argument("--save", default="exp")
parser.add_argument("--train_limit", type=float, default=0.0)
args = parser.parse_args()


def save_checkpoint(state, path, epoch):
    torch.save(state, f"{path}/checkpoint_{epoch}.pt")  # expect: SCH108


def load_checkpoint(path, model, optimizer, scheduler):
    state = torch.load(path)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
    return state["epoch"]


def train(loader, model, optimizer):
    objs = meters.Meter()
    for x in loader:
        optimizer.zero_grad()
        loss = model(x).mean()
        loss.backward()
        optimizer.step()
        objs.update(loss.item(), len(x))
    return objs.avg


def main(model, loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, float(args.epochs))
    start = 0
    if args.resume:
        start = load_checkpoint(args.resume, model, optimizer, scheduler)
    for epoch in range(start, args.epochs):
        train_obj = train(loader, model, optimizer)
        if train_obj < args.train_limit:
            break
        if epoch % 10 == 0 or epoch == args.epochs - 1:
            save_checkpoint({"epoch": epoch + 1, "model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}, args.save, epoch + 1)
        scheduler.step()
