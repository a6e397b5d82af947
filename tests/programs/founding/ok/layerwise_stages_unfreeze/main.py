"""ULMFiT-like stages: each stage rebuilds optimizer and OneCycle over its own epochs x batches: silent."""
import torch
from torch.optim.lr_scheduler import OneCycleLR


def stage(net, layers, loader, epochs, lr):
    for i, layer in enumerate(net.layers):
        layer.requires_grad_(i in layers)
    opt = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=lr)
    cyc = OneCycleLR(opt, lr, epochs=epochs, steps_per_epoch=len(loader))
    for _ in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
            cyc.step()


def main(net, loader):
    for layers, epochs, lr in (({3}, 1, 2e-2), ({2, 3}, 1, 1e-2), ({0, 1, 2, 3}, 5, 1e-3)):
        stage(net, layers, loader, epochs, lr)
