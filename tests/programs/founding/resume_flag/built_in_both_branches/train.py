"""if args.resume: optimizer restored, then ConstantLR; else: ConstantLR on the fresh one."""
import argparse

import torch
from torch.optim.lr_scheduler import ConstantLR


def get_args():
    p = argparse.ArgumentParser()
    p.add_argument("--resume", action="store_true")
    p.add_argument("--ckpt", default="checkpoints/last.pth")
    p.add_argument("--epochs", type=int, default=50)
    return p.parse_args()


def main(net, loader):
    args = get_args()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    begin = 0
    if args.resume:
        ck = torch.load(args.ckpt)
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["opt"])
        begin = ck["epoch"] + 1
        hold = ConstantLR(opt, factor=0.1, total_iters=15)  # expect: SCH104
        hold.load_state_dict(ck["hold"])
    else:
        hold = ConstantLR(opt, factor=0.1, total_iters=15)
    for ep in range(begin, args.epochs):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            opt.step()
        hold.step()
        blob = dict(net=net.state_dict(), opt=opt.state_dict(), hold=hold.state_dict(), epoch=ep)
        torch.save(blob, args.ckpt)
