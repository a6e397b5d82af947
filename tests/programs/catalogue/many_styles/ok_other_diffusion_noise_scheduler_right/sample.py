import torch
from diffusers import DDPMScheduler


@torch.no_grad()
def sample(unet, scheduler, n):
    x = torch.randn(n, 3, 32, 32)
    for t in scheduler.timesteps:
        x = scheduler.step(unet(x, t), t, x).prev_sample
    return x


def train(unet, loader, epochs):
    scheduler = DDPMScheduler(1000)
    opt = torch.optim.AdamW(unet.parameters(), 1e-4)
    for _ in range(epochs):
        for x in loader:
            noise = torch.randn_like(x)
            t = torch.randint(0, 1000, (len(x),))
            loss = (unet(scheduler.add_noise(x, noise, t), t) - noise).square().mean()
            opt.zero_grad()
            loss.backward()
            opt.step()
        sample(unet, scheduler, 4)
