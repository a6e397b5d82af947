import torch
from torch import optim


def load_parts(path):
    blob = torch.load(path)
    net = torch.nn.Linear(5, 5)
    net.load_state_dict(blob["net"])
    opt = optim.SGD(net.parameters(), lr=0.1)
    opt.load_state_dict(blob["opt"])
    return net, opt, blob


def with_schedule(opt, blob):
    hold = optim.lr_scheduler.ConstantLR(opt, total_iters=7)  # expect: SCH104
    hold.load_state_dict(blob["hold"])
    return hold
