"""accelerator.prepare(*objects) over a list and unpacked results; restored afterwards in the wrong order."""
import torch
from accelerate import Accelerator


def main(net, loader, path):
    acc = Accelerator()
    opt = torch.optim.AdamW(net.parameters(), lr=1e-4)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 10)
    net, opt, loader, lrs = acc.prepare(*[net, opt, loader, lrs])
    ck = torch.load(path)
    acc.unwrap_model(net).load_state_dict(ck["net"])
    lrs.load_state_dict(ck["lrs"])  # expect: SCH101
    opt.load_state_dict(ck["opt"])
    for _ in range(ck["epoch"], 40):
        for x in loader:
            opt.zero_grad()
            acc.backward(net(x).sum())
            opt.step()
        lrs.step()
