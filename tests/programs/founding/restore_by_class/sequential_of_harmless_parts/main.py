"""SequentialLR's own constructor resets the LR although its parts write nothing; built after the restore."""
import torch
from torch.optim.lr_scheduler import ExponentialLR, SequentialLR, StepLR


def main(net, loader, f):
    opt = torch.optim.SGD(net.parameters(), lr=1.0)
    saved = torch.load(f)
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    both = SequentialLR(opt, schedulers=[StepLR(opt, 4), ExponentialLR(opt, 0.9)], milestones=[12])  # expect: SCH104
    both.load_state_dict(saved["both"])
    for _ in range(saved["epoch"], 50):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        both.step()
