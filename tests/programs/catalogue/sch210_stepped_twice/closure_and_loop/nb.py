"""Notebook with GradScaler: a nested update() steps the cycle, and so does the batch loop."""
import torch


def train(net, loader, epochs=4):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    warm = torch.optim.lr_scheduler.LinearLR(opt, 0.01, total_iters=2 * len(loader))
    scaler = torch.amp.GradScaler("cuda")

    def update(loss):
        opt.zero_grad()
        scaler.scale(loss).backward()
        scaler.step(opt)
        scaler.update()
        warm.step()

    for _ in range(epochs):
        for x, y in loader:
            with torch.autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(net(x), y)
            update(loss)
            warm.step()  # expect: SCH210
