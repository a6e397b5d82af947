import torch


def main(net, loader, epochs=3):
    opt = torch.optim.AdamW(net.parameters(), 5e-5)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 1e-3, epochs=epochs, steps_per_epoch=len(loader), pct_start=30)  # expect: SCH405
    for _ in range(epochs):
        for b in loader:
            opt.zero_grad()
            net(b).mean().backward()
            opt.step()
            sched.step()
