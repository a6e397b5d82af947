"""Each epoch builds the schedule at its position: nobody has to step it. And one that the next turn steps."""
import torch


def rebuilt_each_epoch(net, loader, epochs=90):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for group in opt.param_groups:
        group["initial_lr"] = 0.1
    for epoch in range(epochs):
        torch.optim.lr_scheduler.LambdaLR(opt, lambda e: 0.95**e, last_epoch=epoch)
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()


def grown(net, loader, epochs=90, grow_at=45):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=grow_at)
    for epoch in range(epochs):
        if epoch > 0:
            sched.step()
        if epoch == grow_at:
            net.grow()
            opt = torch.optim.SGD(net.parameters(), lr=0.1)
            sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs - grow_at)
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
