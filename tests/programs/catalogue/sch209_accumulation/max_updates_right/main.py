"""The horizon and the counter of updates are one number; micro-batches are an inner loop."""
import torch


def main(net, stream, max_updates=20_000, micro=8):
    opt = torch.optim.AdamW(net.parameters(), lr=3e-4)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=max_updates)
    for _ in range(max_updates):
        opt.zero_grad()
        for _ in range(micro):
            (net(next(stream)).loss / micro).backward()
        opt.step()
        sched.step()
