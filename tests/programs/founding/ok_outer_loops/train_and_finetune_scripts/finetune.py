import argparse

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def main(net, loader):
    p = argparse.ArgumentParser()
    p.add_argument("--pretrained", default="weights/last.pt")
    p.add_argument("--lr", type=float, default=1e-3)
    p.add_argument("--epochs", type=int, default=10)
    args = p.parse_args()
    state = torch.load(args.pretrained, map_location="cpu")["net"]
    net.load_state_dict({k: v for k, v in state.items() if not k.startswith("head")}, strict=False)
    opt = torch.optim.SGD(net.parameters(), lr=args.lr)
    sched = CosineAnnealingLR(opt, T_max=args.epochs)
    for _ in range(args.epochs):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        sched.step()
