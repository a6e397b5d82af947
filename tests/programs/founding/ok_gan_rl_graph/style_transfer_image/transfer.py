"""Optimising an image: one optimizer over pixels, steps loop, schedule in steps."""
import torch


def transfer(features, content, style, steps=300):
    image = content.clone().requires_grad_(True)
    opt = torch.optim.Adam([image], lr=0.02)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=steps)
    for step in range(steps):
        opt.zero_grad()
        loss = (features(image) - features(style)).pow(2).mean() + (image - content).pow(2).mean()
        loss.backward()
        opt.step()
        sched.step()
    return image.detach()
