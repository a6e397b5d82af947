import torch
from torch.optim import lr_scheduler


def main(opt, loader):
    optimizer = torch.optim.Adam(opt.params, lr=opt.lr)
    if opt.multi:
        schedulers = [lr_scheduler.MultiStepLR(optimizer, opt.steps)]
    else:
        schedulers = [lr_scheduler.StepLR(optimizer, opt.size)]
    for epoch in range(opt.epochs):
        for batch in loader:
            optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
