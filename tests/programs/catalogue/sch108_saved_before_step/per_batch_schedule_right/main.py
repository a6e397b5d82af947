"""The schedule moves per batch: at the end of the epoch it is up to date."""
import torch


def main(net, loader, path, resume, epochs=12):
    opt = torch.optim.AdamW(net.parameters(), 1e-3)
    cycle = torch.optim.lr_scheduler.OneCycleLR(opt, 1e-3, total_steps=epochs * len(loader))
    start = 0
    if resume:
        s = torch.load(path)
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        cycle.load_state_dict(s["cycle"])
        start = s["epoch"] + 1
    for epoch in range(start, epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            cycle.step()
        s = {"net": net.state_dict(), "opt": opt.state_dict(), "cycle": cycle.state_dict(), "epoch": epoch}
        torch.save(s, path)
