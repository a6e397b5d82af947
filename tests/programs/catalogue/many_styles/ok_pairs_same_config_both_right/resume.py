import torch
from config import Config


def main(net, loader):
    cfg = Config()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[30, 60])
    blob = torch.load(cfg.ckpt)
    net.load_state_dict(blob["n"])
    opt.load_state_dict(blob["o"])
    sched.load_state_dict(blob["s"])
    for _ in range(50, 90):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
