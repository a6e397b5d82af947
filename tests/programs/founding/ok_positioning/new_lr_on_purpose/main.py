"""A new LR is wanted at resume: optimizer restored, param_groups rewritten, a fresh StepLR with initial_lr set."""
import torch


def main(net, loader, path, new_lr=1e-4):
    opt = torch.optim.Adam(net.parameters(), lr=new_lr)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    for g in opt.param_groups:
        g["lr"] = new_lr
        g["initial_lr"] = new_lr
    lrs = torch.optim.lr_scheduler.StepLR(opt, step_size=5, gamma=0.5)
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
