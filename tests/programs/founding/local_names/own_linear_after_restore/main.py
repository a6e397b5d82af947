"""A local LinearLR with another signature, built after the restore, writes nothing when built: silent."""
import torch
from utils import LinearLR


def main(net, data, ck):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    saved = torch.load(ck)
    opt.load_state_dict(saved["opt"])
    lin = LinearLR(opt, 0.1, 0.001, 50)
    lin.load_state_dict(saved["lin"])
    for _ in range(saved["epoch"], 50):
        for x in data:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lin.step()
