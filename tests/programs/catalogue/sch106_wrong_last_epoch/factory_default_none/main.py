import argparse, torch
from sched import build
from model import Net, loader
p = argparse.ArgumentParser()
p.add_argument("--epochs", type=int, default=60)
p.add_argument("--resume")
cfg = p.parse_args()
net = Net()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
start, last = 0, None
if cfg.resume:
    ck = torch.load(cfg.resume)
    net.load_state_dict(ck["net"])
    opt.load_state_dict(ck["opt"])
    start = last = ck["epoch"]
scheduler = build(opt, cfg, last)
for epoch in range(start, cfg.epochs):
    for x, y in loader:
        opt.zero_grad()
        net(x, y).backward()
        opt.step()
    scheduler.step()
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "epoch": epoch + 1}, "c.pt")
