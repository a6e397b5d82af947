"""A diffusion noise scheduler has step(model_output, t, sample) per denoising turn; the LR schedule is in updates."""
import torch
from diffusers import DDPMScheduler, UNet2DModel
from diffusers.optimization import get_cosine_schedule_with_warmup


@torch.no_grad()
def sample(unet, noise_scheduler):
    image = torch.randn(4, 3, 32, 32)
    for t in noise_scheduler.timesteps:
        image = noise_scheduler.step(unet(image, t).sample, t, image).prev_sample
    return image


def main(config, loader):
    unet = UNet2DModel(sample_size=32)
    noise_scheduler = DDPMScheduler(num_train_timesteps=1000)
    optimizer = torch.optim.AdamW(unet.parameters(), lr=config.learning_rate)
    lr_scheduler = get_cosine_schedule_with_warmup(optimizer, config.lr_warmup_steps, len(loader) * config.num_epochs)
    for epoch in range(config.num_epochs):
        for step, clean in enumerate(loader):
            noise = torch.randn_like(clean)
            t = torch.randint(0, 1000, (len(clean),))
            pred = unet(noise_scheduler.add_noise(clean, noise, t), t).sample
            torch.nn.functional.mse_loss(pred, noise).backward()
            optimizer.step()
            lr_scheduler.step()
            optimizer.zero_grad()
        sample(unet, noise_scheduler)
