import torch
from common import PATH, loop
from torch.optim import lr_scheduler


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = lr_scheduler.CosineAnnealingLR(opt, 60)  # expect: SCH302
    n, o, s = torch.load(PATH)
    net.load_state_dict(n)
    opt.load_state_dict(o)
    sched.load_state_dict(s)
    loop(net, opt, sched, loader, range(30, 60))
