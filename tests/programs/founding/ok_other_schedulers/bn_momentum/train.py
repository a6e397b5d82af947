"""PointNet++: a batch-norm momentum scheduler is stepped per iteration beside a LambdaLR in iterations."""
import torch
from bnm import BNMomentumScheduler


def main(model, loader, epochs, decay_step=20000, bs=32):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    lr_lbmd = lambda it: max(0.5 ** (int(it * bs) // decay_step), 1e-5)  # noqa: E731
    bn_lbmd = lambda it: max(0.5 * 0.5 ** (int(it * bs) // decay_step), 1e-2)  # noqa: E731
    lr_scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lbmd)
    bnm_scheduler = BNMomentumScheduler(model, bn_lbmd)
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
            lr_scheduler.step()
            bnm_scheduler.step()
