"""MoCo-like pretraining, then a linear probe that resumes itself; the probe builds its cycle after its own restore."""
import argparse
import os

import torch
from torch.optim.lr_scheduler import OneCycleLR


def pretrain(args, encoder, loader):
    optimizer = torch.optim.SGD(encoder.parameters(), args.lr)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs)
    for epoch in range(args.epochs):
        for q, k in loader:
            optimizer.zero_grad()
            (encoder(q) - encoder(k).detach()).pow(2).mean().backward()
            optimizer.step()
        lrs.step()
    torch.save({"state_dict": encoder.state_dict(), "optimizer": optimizer.state_dict()}, args.pretrained)


def probe(args, encoder, head, loader):
    encoder.load_state_dict(torch.load(args.pretrained)["state_dict"])
    encoder.requires_grad_(False)
    optimizer = torch.optim.SGD(head.parameters(), lr=30.0)
    start, saved = 0, None
    if os.path.isfile(args.probe_ckpt):
        saved = torch.load(args.probe_ckpt)
        head.load_state_dict(saved["head"])
        optimizer.load_state_dict(saved["optimizer"])
        start = saved["epoch"] + 1
    cycle = OneCycleLR(optimizer, 30.0, epochs=args.probe_epochs, steps_per_epoch=len(loader))  # expect: SCH104
    if saved:
        cycle.load_state_dict(saved["cycle"])
    for epoch in range(start, args.probe_epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(head(encoder(x)), y).backward()
            optimizer.step()
            cycle.step()
        state = {"head": head.state_dict(), "optimizer": optimizer.state_dict(), "cycle": cycle.state_dict()}
        torch.save({**state, "epoch": epoch}, args.probe_ckpt)


def main(encoder, head, pairs, labelled):
    p = argparse.ArgumentParser()
    p.add_argument("--lr", type=float, default=0.03)
    p.add_argument("--epochs", type=int, default=200)
    p.add_argument("--probe-epochs", type=int, default=100)
    p.add_argument("--pretrained", default="moco.pth")
    p.add_argument("--probe-ckpt", default="probe.pth")
    args = p.parse_args()
    if not os.path.isfile(args.pretrained):
        pretrain(args, encoder, pairs)
    probe(args, encoder, head, labelled)
