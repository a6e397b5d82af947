import torch
from log import Logger


def main(net, loader):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)
    logger = Logger(sched)
    for e in range(30):
        for x in loader:
            opt.zero_grad()
            loss = net(x).mean()
            loss.backward()
            opt.step()
        logger.write(e, loss.item())
        sched.step()
