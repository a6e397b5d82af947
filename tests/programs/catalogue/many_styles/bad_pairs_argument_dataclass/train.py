import torch
from config import Config


def main(net, loader):
    cfg = Config()
    opt = torch.optim.SGD(net.parameters(), lr=cfg.lr)
    sched = torch.optim.lr_scheduler.StepLR(opt, cfg.step_size)
    for _ in range(50):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
    torch.save({"n": net.state_dict(), "o": opt.state_dict(), "s": sched.state_dict()}, cfg.path)
