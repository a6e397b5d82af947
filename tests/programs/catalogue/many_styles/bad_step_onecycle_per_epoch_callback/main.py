import torch
from callbacks import SchedulerCallback


def fit(net, opt, loader, epochs, callbacks):
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        for cb in callbacks:
            cb.on_epoch_end(epoch)


def main(net, loader, epochs=10):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.5, epochs=epochs, steps_per_epoch=len(loader))
    fit(net, opt, loader, epochs, [SchedulerCallback(sched)])
