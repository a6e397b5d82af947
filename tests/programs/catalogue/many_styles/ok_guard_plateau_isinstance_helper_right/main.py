import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ReduceLROnPlateau
from utils import step_scheduler


def main(net, loader, cfg):
    opt = torch.optim.Adam(net.parameters(), cfg.lr)
    if cfg.sched == "plateau":
        sched = ReduceLROnPlateau(opt, patience=cfg.patience)
    elif cfg.sched == "cosine":
        sched = CosineAnnealingLR(opt, cfg.epochs)
    else:
        sched = None
    for _ in range(cfg.epochs):
        total = 0.0
        for x, y in loader:
            opt.zero_grad()
            loss = torch.nn.functional.mse_loss(net(x), y)
            loss.backward()
            opt.step()
            total += loss.item()
        step_scheduler(sched, total / len(loader))
