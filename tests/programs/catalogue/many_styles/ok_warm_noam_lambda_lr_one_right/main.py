"""The optimizer's lr is 1.0 so that the lambda may return the rate itself."""
import torch


def rate(step, size, factor, warmup):
    step = max(step, 1)
    return factor * (size ** -0.5 * min(step ** -0.5, step * warmup ** -1.5))


def main(net, loader):
    optimizer = torch.optim.Adam(net.parameters(), lr=1.0, betas=(0.9, 0.98), eps=1e-9)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda step: rate(step, 512, 1.0, 3000))
    for _ in range(8):
        for i, x in enumerate(loader):
            net(x).sum().backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            scheduler.step()
