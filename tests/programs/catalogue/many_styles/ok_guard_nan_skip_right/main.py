import math

import torch


def main(net, loader, epochs=3):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.01, epochs=epochs, steps_per_epoch=len(loader))
    for _ in range(epochs):
        for x in loader:
            loss = net(x).mean()
            if not math.isfinite(loss.item()):
                continue
            opt.zero_grad()
            loss.backward()
            opt.step()
            sched.step()
