"""The loop's bound is a ceiling that a break cuts short; the guard stops stepping at the horizon."""
import torch


def stops(net, loader, total=3000):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 1e-3, total_steps=total)
    step = 0
    for _ in range(10_000):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()
            step += 1
            if step == total:
                return net


def guarded(net, loader, warm=20, epochs=100):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=80)
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        if epoch >= warm:
            cosine.step()
