"""MultiplicativeLR writes nothing when built: after the restore it is silent."""
import torch


def main(net, loader, f):
    opt = torch.optim.SGD(net.parameters(), lr=1.0)
    state = torch.load(f)
    net.load_state_dict(state["net"])
    opt.load_state_dict(state["opt"])
    m = torch.optim.lr_scheduler.MultiplicativeLR(opt, lr_lambda=lambda epoch: 0.95)
    m.load_state_dict(state["m"])
    for _ in range(state["epoch"] + 1, 50):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        m.step()
