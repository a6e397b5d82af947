import torch
from cfg import Longer


def main(net, loader):
    cfg = Longer()
    opt = torch.optim.SGD(net.parameters(), lr=cfg.lr)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, cfg.epochs)  # expect: SCH301
    d = torch.load(cfg.ckpt)
    net.load_state_dict(d["n"])
    opt.load_state_dict(d["o"])
    sch.load_state_dict(d["s"])
    for _ in range(30, cfg.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
