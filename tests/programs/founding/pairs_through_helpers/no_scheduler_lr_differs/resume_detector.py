import torch
from train_detector import WEIGHTS


def main(net, loader):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-4)  # expect: SCH304
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.99)
    state = torch.load(WEIGHTS)
    net.load_state_dict(state["net"])
    optimizer.load_state_dict(state["optimizer"])
    for _ in range(10, 20):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        scheduler.step()
