"""The optimizer's state alone travels and the lr is the same number: silent."""
import torch

WEIGHTS = "detector.pth"


def main(net, loader):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.99)
    for _ in range(10):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        scheduler.step()
    torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict()}, WEIGHTS)
