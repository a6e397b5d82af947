"""train.py and resume.py linked by name, equal arguments (1e-4 and 0.0001): silent."""
import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=50, eta_min=1e-4)
    for epoch in range(50):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
        state = {"net": net.state_dict(), "opt": opt.state_dict(), "sch": sch.state_dict(), "epoch": epoch}
        torch.save(state, f"ckpt_{epoch}.pt")
