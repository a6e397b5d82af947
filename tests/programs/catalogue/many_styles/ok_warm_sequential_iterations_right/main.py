import torch
from sched import warm_cosine


def main(net, loader, epochs=10):
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    sched = warm_cosine(opt, len(loader), epochs * len(loader))
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()
