"""Progressive growing: each stage has its own optimizer and scheduler, the net lives on."""
import torch


def main(net, stages):
    for size, epochs, loader in stages:
        net.grow(size)
        optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
        for _ in range(epochs):
            for x in loader:
                optimizer.zero_grad()
                net(x).square().mean().backward()
                optimizer.step()
            scheduler.step()
