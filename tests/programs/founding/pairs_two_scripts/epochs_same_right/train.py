"""A dataclass config and its subclass agree on what the scheduler takes: silent."""
import torch
from cfg import Base


def main(net, loader):
    cfg = Base()
    opt = torch.optim.SGD(net.parameters(), lr=cfg.lr)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, cfg.epochs)
    for _ in range(cfg.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
    torch.save({"o": opt.state_dict(), "s": sch.state_dict(), "n": net.state_dict()}, cfg.ckpt)
