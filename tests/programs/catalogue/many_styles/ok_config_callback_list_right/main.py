import torch
from callbacks import Schedule
from trainer import Trainer


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    a = Schedule(torch.optim.lr_scheduler.StepLR(opt, 10))
    Trainer(net, opt, [a]).fit(loader, 30)
    opt2 = torch.optim.Adam(net.parameters(), 1e-3)
    b = Schedule(torch.optim.lr_scheduler.OneCycleLR(opt2, 0.1, epochs=5, steps_per_epoch=len(loader)), per_batch=True)
    Trainer(net, opt2, [b]).fit(loader, 5)
