"""A post hook of the optimizer steps the scheduler."""
import torch


def main(model, loader, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.LinearLR(opt, 1.0, 0.1, total_iters=epochs * len(loader))
    opt.register_step_post_hook(lambda optimizer, args, kwargs: sched.step())
    for _ in range(epochs):
        for b in loader:
            opt.zero_grad()
            model(b).mean().backward()
            opt.step()
