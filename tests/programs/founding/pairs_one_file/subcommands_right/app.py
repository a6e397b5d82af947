"""argparse subcommands with the same class: silent."""
import argparse

import torch
from torch.optim import lr_scheduler as LRS


def make_net():
    return torch.nn.Linear(30, 3)


def spin(net, opt, policy, n):
    dl = torch.utils.data.DataLoader(torch.randn(300, 30), batch_size=30)
    for _ in range(n):
        for x in dl:
            opt.zero_grad()
            net(x).norm().backward()
            opt.step()
        policy.step()


def cmd_fit(args):
    net = make_net()
    opt = torch.optim.Adam(net.parameters(), lr=args.lr)
    policy = LRS.CosineAnnealingLR(opt, 20)
    spin(net, opt, policy, 10)
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "policy": policy.state_dict()}, args.file)


def cmd_continue(args):
    net = make_net()
    opt = torch.optim.Adam(net.parameters(), lr=args.lr)
    policy = LRS.CosineAnnealingLR(opt, T_max=20)
    d = torch.load(args.file)
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    policy.load_state_dict(d["policy"])
    spin(net, opt, policy, 10)


if __name__ == "__main__":
    root = argparse.ArgumentParser()
    root.add_argument("--lr", type=float, default=1e-2)
    root.add_argument("--file", default="app.pt")
    sub = root.add_subparsers(required=True)
    sub.add_parser("fit").set_defaults(func=cmd_fit)
    sub.add_parser("continue").set_defaults(func=cmd_continue)
    ns = root.parse_args()
    ns.func(ns)
