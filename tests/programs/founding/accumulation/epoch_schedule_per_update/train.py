"""Gradient accumulation: the epoch schedule moves under the optimizer's guard, once per update."""
import torch

ACCUM = 4


def train(net, loader, epochs):
    opt = torch.optim.AdamW(net.parameters(), lr=1e-4)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for epoch in range(epochs):
        opt.zero_grad()
        for i, (x, y) in enumerate(loader):
            loss = torch.nn.functional.cross_entropy(net(x), y) / ACCUM
            loss.backward()
            if (i + 1) % ACCUM == 0:
                opt.step()
                sch.step()  # expect: SCH201
                opt.zero_grad()
