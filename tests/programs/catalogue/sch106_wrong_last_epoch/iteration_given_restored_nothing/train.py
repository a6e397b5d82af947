import argparse, torch
from torch.optim.lr_scheduler import LambdaLR
from model import Net
from data import loader
def build(params, args, it):
    opt = torch.optim.Adam(params, lr=args.lr)
    return opt, LambdaLR(opt, lambda i: (1 - i / args.max_iters) ** 0.9, last_epoch=it)  # expect: SCH106
def main():
    p = argparse.ArgumentParser()
    p.add_argument("--resume")
    p.add_argument("--lr", type=float, default=0.1)
    p.add_argument("--max_iters", type=int, default=1000)
    args = p.parse_args()
    net = Net()
    it = -1
    if args.resume:
        ck = torch.load(args.resume)
        net.load_state_dict(ck["net"])
        it = ck["iter"]
    opt, sched = build(net.parameters(), args, it)
    it = max(it, 0)
    while it < args.max_iters:
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
            sched.step()
            it += 1
    torch.save({"net": net.state_dict(), "iter": it}, "n.pt")
main()
