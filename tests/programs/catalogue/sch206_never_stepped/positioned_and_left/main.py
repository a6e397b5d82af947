"""Resumed by last_epoch, and then nobody steps it."""
import torch


def main(net, loader, path, epochs=90):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    done = blob["epoch"]
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [30, 60], last_epoch=done)  # expect: SCH206
    for epoch in range(done + 1, epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "epoch": epoch, "lr": sched.get_last_lr()}, path)
