"""ChainedScheduler over parts in epochs, stepped per batch."""
import torch
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, LinearLR


def main(net, loader, num_epochs, warmup_epochs=5):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    ramp = LinearLR(opt, start_factor=0.1, total_iters=warmup_epochs)
    wave = CosineAnnealingLR(opt, T_max=num_epochs)
    both = ChainedScheduler([ramp, wave])
    for epoch in range(num_epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            both.step()  # expect: SCH201
