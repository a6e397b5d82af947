"""Guards at the top: `if it > warmup`, `if global_step`, and `epoch > start` in a resumed loop."""
import torch


def by_iteration(net, stream, warmup=500, total=10_000):
    opt = torch.optim.SGD(net.parameters(), 0.01)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=total - warmup)
    for it in range(total):
        if it > warmup:
            sched.step()
        opt.zero_grad()
        net(next(stream)).mean().backward()
        opt.step()


def by_global_step(net, loader, epochs=10):
    opt = torch.optim.SGD(net.parameters(), 0.01)
    sched = torch.optim.lr_scheduler.LinearLR(opt, 1.0, 0.1, total_iters=epochs * len(loader))
    global_step = 0
    for _ in range(epochs):
        for x in loader:
            if global_step:
                sched.step()
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            global_step += 1


def resumed(net, loader, path, epochs=100):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 30)
    start = 0
    if path:
        blob = torch.load(path)
        net.load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])
        sched.load_state_dict(blob["sched"])
        start = blob["epoch"] + 1
    for epoch in range(start, epochs):
        if epoch > start:
            sched.step()
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
