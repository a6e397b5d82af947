"""last_epoch=-1 spelled out on a fresh optimizer."""
import torch
from schedules import build_schedule


def main(net, loader, epochs=50):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    schedule = build_schedule(optimizer, epochs)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        schedule.step()
