import torch


def main(net, loader, epochs=3, accum=4):
    opt = torch.optim.AdamW(net.parameters(), lr=5e-5)
    updates = epochs * len(loader) // accum
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=updates)
    for _ in range(epochs):
        for i, x in enumerate(loader):
            (net(x).mean() / accum).backward()
            if (i + 1) % accum == 0:
                opt.step()
                opt.zero_grad()
            sched.step()  # expect: SCH209, SCH203
