"""Nobody passes a state, so the early load never runs: silent."""
import torch
from torch.optim.lr_scheduler import LinearLR, SequentialLR, StepLR


def fit(net, loader, epochs, state=None):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    if state is not None:
        opt.load_state_dict(state["opt"])
    sched = SequentialLR(opt, [LinearLR(opt, 0.1, total_iters=3), StepLR(opt, 20)], milestones=[3])
    if state is not None:
        sched.load_state_dict(state["sched"])
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sched.step()
    return {"opt": opt.state_dict(), "sched": sched.state_dict()}


def main(net, loader):
    state = fit(net, loader, 30)
    torch.save(state, "half.pt")
    fit(net, loader, 30)
