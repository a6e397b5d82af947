import torch
from train import CK


def main(net, loader):
    net.load_state_dict(torch.load(CK)["net"])
    opt = torch.optim.Adam(net.parameters(), lr=5e-4)
    lrs = torch.optim.lr_scheduler.ExponentialLR(opt, 0.8)
    for _ in range(10):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
