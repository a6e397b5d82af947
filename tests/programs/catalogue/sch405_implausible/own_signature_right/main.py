"""A project's own function takes (optimizer, total, warmup) in this order."""
import torch
from sched import cosine_with_warmup


def main(net, loader, epochs=10):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    total_steps = epochs * len(loader)
    warmup_steps = total_steps // 10
    scheduler = cosine_with_warmup(optimizer, total_steps, warmup_steps)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
            scheduler.step()
