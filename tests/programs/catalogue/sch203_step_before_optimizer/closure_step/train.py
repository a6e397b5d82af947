"""A closure that trains on one batch steps the scheduler first."""
import torch


def make_step(model, opt, sched):
    def step(batch):
        opt.zero_grad()
        loss = model(batch).mean()
        loss.backward()
        sched.step()  # expect: SCH203
        opt.step()
        return loss

    return step


def main(model, loader, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.LinearLR(opt, 1.0, 0.1, total_iters=epochs * len(loader))
    step = make_step(model, opt, sched)
    for _ in range(epochs):
        for b in loader:
            step(b)
