"""Phase 2 loads phase 1's weights and starts a new schedule with a new optimizer."""
import torch


def phase(net, loader, lr, epochs, load=None, save=None):
    if load:
        net.load_state_dict(torch.load(load)["net"])
    opt = torch.optim.AdamW(net.parameters(), lr=lr)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
    if save:
        torch.save({"net": net.state_dict(), "opt": opt.state_dict()}, save)


def main(net, loader):
    phase(net, loader, 1e-3, 50, save="p1.pt")
    phase(net, loader, 1e-4, 10, load="p1.pt")
