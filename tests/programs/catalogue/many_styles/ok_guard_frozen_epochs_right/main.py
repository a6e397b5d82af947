import torch


def main(net, loader, epochs=30, hold=5):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.95)
    for epoch in range(epochs):
        if epoch > hold and opt.param_groups[0]["lr"] > 1e-5:
            sched.step()
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
