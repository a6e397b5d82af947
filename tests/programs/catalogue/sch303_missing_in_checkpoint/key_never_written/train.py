"""Saved under "lr_sched", read under "scheduler"."""
import torch

PATH = "ckpt/model.tar"


def build(net):
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    return opt, torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=50)


def epoch_of(net, opt, loader):
    for x, y in loader:
        opt.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        opt.step()


def train(net, loader):
    opt, sched = build(net)
    for epoch in range(50):
        epoch_of(net, opt, loader)
        sched.step()
        torch.save(
            {"net": net.state_dict(), "opt": opt.state_dict(), "lr_sched": sched.state_dict(), "epoch": epoch}, PATH
        )


def resume(net, loader):
    opt, sched = build(net)
    saved = torch.load(PATH)
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    sched.load_state_dict(saved["scheduler"])  # expect: SCH303
    for _ in range(saved["epoch"] + 1, 50):
        epoch_of(net, opt, loader)
        sched.step()
