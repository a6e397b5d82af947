"""timm's scheduler is told the epoch at the top; diffusion's noise scheduler steps before any optimizer."""
import torch
from diffusers import DDPMScheduler
from timm.scheduler import CosineLRScheduler


@torch.no_grad()
def sample(unet, shape):
    noise_scheduler = DDPMScheduler(num_train_timesteps=1000)
    x = torch.randn(shape)
    for t in noise_scheduler.timesteps:
        x = noise_scheduler.step(unet(x, t).sample, t, x).prev_sample
    return x


def main(unet, loader, epochs=50):
    optimizer = torch.optim.AdamW(unet.parameters(), lr=1e-4)
    lr_scheduler = CosineLRScheduler(optimizer, t_initial=epochs, warmup_t=5)
    sample(unet, (1, 3, 32, 32))
    for epoch in range(epochs):
        lr_scheduler.step(epoch)
        for clean, t in loader:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(unet(clean, t).sample, torch.randn_like(clean)).backward()
            optimizer.step()
