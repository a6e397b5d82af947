"""Fabric's load(path, state) restores model and optimizer in place; the scheduler's state is loaded after it: silent."""
import lightning as L
import torch


def main(net, dataset, path):
    fabric = L.Fabric()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    net, opt = fabric.setup(net, opt)
    sched = torch.optim.lr_scheduler.StepLR(opt, 8)
    state = {"net": net, "opt": opt, "epoch": 0}
    rest = fabric.load(path, state, strict=False)
    sched.load_state_dict(rest["sched"])
    loader = fabric.setup_dataloaders(torch.utils.data.DataLoader(dataset, 4))
    for _ in range(state["epoch"], 24):
        for x in loader:
            opt.zero_grad()
            fabric.backward(net(x).sum())
            opt.step()
        sched.step()
