import torch
from base import Base


class Longer(Base):
    milestones = [40, 80]


def main(net, loader):
    b = Longer(net)
    blob = torch.load(b.ckpt)
    b.net.load_state_dict(blob["net"])
    b.opt.load_state_dict(blob["opt"])
    b.sched.load_state_dict(blob["sched"])
    for _ in range(50, 120):
        b.epoch(loader)
