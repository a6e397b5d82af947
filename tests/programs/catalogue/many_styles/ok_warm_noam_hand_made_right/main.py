import torch
from noam import NoamOpt


def main(net, loader):
    opt = NoamOpt(512, 4000, torch.optim.Adam(net.parameters(), lr=0, betas=(0.9, 0.98), eps=1e-9))
    for epoch in range(10):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
