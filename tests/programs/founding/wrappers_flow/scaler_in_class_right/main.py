"""A NativeScaler object does backward and step; the cosine covers the updates: silent."""
import torch
from amp_step import NativeScaler


def main(model, loader, epochs=300, accum=2):
    opt = torch.optim.AdamW(model.parameters(), lr=1e-3)
    loss_scaler = NativeScaler()
    lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs * (len(loader) // accum), eta_min=1e-5)
    for epoch in range(epochs):
        opt.zero_grad()
        for idx, (x, y) in enumerate(loader):
            loss = torch.nn.functional.cross_entropy(model(x), y) / accum
            loss_scaler(loss, opt, 5.0, model.parameters(), update_grad=(idx + 1) % accum == 0)
            if (idx + 1) % accum == 0:
                opt.zero_grad()
                lr_scheduler.step()
