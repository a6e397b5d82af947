"""`if global_step < warmup_iters: warm.step()` per batch, `else` per epoch the main schedule."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR


def main(net, loader, epochs=100, warmup_iters=500):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    main_sched = CosineAnnealingLR(opt, T_max=epochs)
    warm = LambdaLR(opt, lambda it: min(1.0, (it + 1) / warmup_iters))
    global_step = 0
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            global_step += 1
            if global_step <= warmup_iters:
                warm.step()
        if global_step > warmup_iters:
            main_sched.step()
