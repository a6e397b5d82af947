"""A script that plots a schedule: fake optimizer, steps in a bare loop, no training: silent."""
import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def lrs_of(make, n):
    opt = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    sched = make(opt)
    out = []
    for _ in range(n):
        out.append(sched.get_last_lr()[0])
        opt.step()
        sched.step()
    return out


epochs, iters = 100, 500
plt.plot(lrs_of(lambda o: CosineAnnealingLR(o, epochs), epochs))
warm = lambda o: SequentialLR(o, [LinearLR(o, 0.1, total_iters=iters), CosineAnnealingLR(o, 9 * iters)], [iters])  # noqa: E731
plt.plot(lrs_of(warm, 10 * iters))
plt.savefig("lr.png")
