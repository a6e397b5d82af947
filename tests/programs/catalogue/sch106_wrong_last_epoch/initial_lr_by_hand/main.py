"""initial_lr is written by hand to silence the KeyError: StepLR never applies the decays of the past."""
import torch
from torch.optim.lr_scheduler import StepLR


def make(net, lr, start_epoch):
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    for group in optimizer.param_groups:
        group["initial_lr"] = lr
    return optimizer, StepLR(optimizer, step_size=20, gamma=0.1, last_epoch=start_epoch - 1)  # expect: SCH106


def main(args, net, loader):
    net.load_state_dict(torch.load(args.weights))
    optimizer, scheduler = make(net, args.lr, args.start_epoch)
    for _ in range(args.start_epoch, 80):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
