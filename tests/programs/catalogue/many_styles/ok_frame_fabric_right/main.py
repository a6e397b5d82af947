import lightning as L
import torch


def main(net, dl):
    fabric = L.Fabric(accelerator="cpu", devices=1)
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=20)
    net, opt = fabric.setup(net, opt)
    dl = fabric.setup_dataloaders(dl)
    state = {"net": net, "opt": opt, "sched": sched, "epoch": 0}
    fabric.load("x.ckpt", state) if fabric.is_global_zero else None
    for state["epoch"] in range(state["epoch"], 20):
        for x in dl:
            opt.zero_grad()
            fabric.backward(net(x).mean())
            opt.step()
        sched.step()
        fabric.save("x.ckpt", state)
