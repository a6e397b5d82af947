import torch
from engine import end_of_epoch


def main(net, train, val, epochs=20):
    opt = torch.optim.AdamW(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for _ in range(epochs):
        for x in train:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        val_loss = sum(net(x).mean().item() for x in val) / len(val)
        end_of_epoch(sched, val_loss)
