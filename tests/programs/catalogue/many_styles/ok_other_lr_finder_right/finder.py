import torch


def find_lr(net, loader, lo=1e-7, hi=10.0, steps=100):
    """Range test: ExponentialLR per batch is the point of it."""
    opt = torch.optim.SGD(net.parameters(), lr=lo)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=(hi / lo) ** (1 / steps))
    seen = []
    it = iter(loader)
    for _ in range(steps):
        x, y = next(it)
        opt.zero_grad()
        loss = torch.nn.functional.mse_loss(net(x), y)
        loss.backward()
        opt.step()
        seen.append((sched.get_last_lr()[0], loss.item()))
        sched.step()
    return seen
