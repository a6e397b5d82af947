"""SGD and StepLR come from the project's own `optim` module, not torch's: silent."""
import torch
from nets import optim


def main(net, loader, path, epochs=90):
    opt = optim.SGD(net.parameters(), lr=0.1)
    lrs = optim.StepLR(opt, epochs // 3)
    saved = torch.load(path)
    lrs.load_state_dict(saved["lrs"])
    opt.load_state_dict(saved["opt"])
    for epoch in range(saved["epoch"], epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
