"""`lambda epoch:` whose body divides by warmup_iters, stepped per batch: silent."""
import torch


def main(net, loader, epochs, warmup_iters=1000):
    opt = torch.optim.AdamW(net.parameters(), lr=5e-4)
    w = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=lambda epoch: min((epoch + 1) / warmup_iters, 1.0))
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            w.step()
