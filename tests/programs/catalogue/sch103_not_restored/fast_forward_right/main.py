"""Fast-forwarded on a fresh optimizer, whose state is loaded afterwards."""
import torch


def position(scheduler, epochs_done):
    for _ in range(epochs_done):
        scheduler.step()


def main(net, loader, path, epochs=100):
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    position(scheduler, blob["epochs_done"])
    optimizer.load_state_dict(blob["optimizer"])
    for _ in range(blob["epochs_done"], epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
