import torch
from common import PATH, loop
from torch.optim import lr_scheduler


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = lr_scheduler.PolynomialLR(opt, total_iters=60)
    loop(net, opt, sched, loader, range(30))
    torch.save((net.state_dict(), opt.state_dict(), sched.state_dict()), PATH)
