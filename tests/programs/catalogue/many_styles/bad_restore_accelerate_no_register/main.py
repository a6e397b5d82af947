import torch
from accelerate import Accelerator


def main(net, loader, args):
    acc = Accelerator()
    opt = torch.optim.AdamW(net.parameters(), lr=1e-4)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=args.epochs)
    net, opt, loader = acc.prepare(net, opt, loader)
    start = 0
    if args.resume:
        blob = torch.load(args.resume)
        acc.unwrap_model(net).load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])  # expect: SCH103
        start = blob["epoch"] + 1
    for e in range(start, args.epochs):
        for x in loader:
            opt.zero_grad()
            acc.backward(net(x).mean())
            opt.step()
        sched.step()
