"""Resume without a saved scheduler: fast-forward on a fresh optimizer, whose state is loaded after it."""
import torch


def main(net, loader, ck=None, epochs=120):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [60, 90])
    start = 0
    if ck:
        blob = torch.load(ck)
        start = blob["epoch"]
        for _ in range(start):
            sched.step()
        net.load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])
    for epoch in range(start, epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sched.step()
