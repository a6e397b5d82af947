"""ExponentialLR takes the completed count as well as the index: its factor is constant."""
import torch


def main(net, loader, path):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    ck = torch.load(path)
    net.load_state_dict(ck["net"])
    optimizer.load_state_dict(ck["optimizer"])
    start = ck["epoch"] + 1
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.98, last_epoch=start)
    for _ in range(start, 150):
        for x in loader:
            optimizer.zero_grad()
            net(x).std().backward()
            optimizer.step()
        scheduler.step()
