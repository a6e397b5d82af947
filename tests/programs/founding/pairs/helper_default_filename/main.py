"""save_checkpoint(state, is_best, filename=default) writes what the other script loads by literal; gamma differs."""
import torch
from utils import save_checkpoint


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 30, 0.1)
    for epoch in range(90):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sched.step()
        save_checkpoint({
            "state_dict": net.state_dict(),
            "optimizer": opt.state_dict(),
            "scheduler": sched.state_dict(),
        }, epoch == 0)
