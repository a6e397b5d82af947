"""A preview of the curve on a dummy optimizer trains nothing."""
import matplotlib.pyplot as plt
import torch


def preview(epochs=100):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    curve = []
    for _ in range(epochs):
        curve.append(scheduler.get_last_lr()[0])
        scheduler.step()
    plt.plot(curve)
    plt.savefig("lr.png")


if __name__ == "__main__":
    preview()
