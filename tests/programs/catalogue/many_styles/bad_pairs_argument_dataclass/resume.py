import torch
from config import Config


def main(net, loader):
    cfg = Config(step_size=20)
    opt = torch.optim.SGD(net.parameters(), lr=cfg.lr)
    sched = torch.optim.lr_scheduler.StepLR(opt, cfg.step_size)  # expect: SCH301
    blob = torch.load(cfg.path)
    net.load_state_dict(blob["n"])
    opt.load_state_dict(blob["o"])
    sched.load_state_dict(blob["s"])
    for _ in range(50):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
