import torch


def main(backbone, head, loader):
    opt = torch.optim.SGD(backbone.parameters(), lr=0.001)
    opt.add_param_group({"params": head.parameters(), "lr": 0.01})
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, [0.01, 0.1], total_steps=10 * len(loader))
    for _ in range(10):
        for x in loader:
            opt.zero_grad()
            head(backbone(x)).mean().backward()
            opt.step()
            sched.step()
