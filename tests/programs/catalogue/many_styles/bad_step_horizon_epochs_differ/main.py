import torch
from config import CYCLE_EPOCHS, EPOCHS


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, epochs=CYCLE_EPOCHS, steps_per_epoch=len(loader))  # expect: SCH208
    for _ in range(EPOCHS):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()
