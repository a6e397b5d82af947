"""Overfitting one batch: the loop over steps is the whole run."""
import torch


def main(net, dataset, steps=500):
    dl = torch.utils.data.DataLoader(dataset, batch_size=8)
    x, y = next(iter(dl))
    opt = torch.optim.Adam(net.parameters(), lr=1e-2)
    sched = torch.optim.lr_scheduler.StepLR(opt, step_size=steps // 2, gamma=0.1)
    for i in range(steps):
        opt.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
        sched.step()
