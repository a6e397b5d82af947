"""The scheduler is built anew after the group was added."""
import torch


def main(net, loader):
    optimizer = torch.optim.SGD(net.head.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=8)
    for _ in range(10):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
    optimizer.add_param_group({"params": net.backbone.parameters(), "lr": 0.001})
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=20)
    for _ in range(20):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
