import torch
from options import parse


def main(net, loader):
    opt = parse()
    optimizer = torch.optim.Adam(net.parameters(), 2e-4)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=opt.lr_decay_iters, gamma=0.1)
    for epoch in range(1, opt.n_epochs + opt.n_epochs_decay + 1):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
