"""Notebook: a nested record() collects the curve."""
import torch


def fit(net, loader, epochs=12):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs)
    history = []

    def record():
        history.extend(cosine.get_lr())  # expect: SCH403

    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        record()
        cosine.step()
    return history
