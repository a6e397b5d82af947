"""diffusers' training script in small: noise scheduler, accelerate, a schedule in updates, resumed by load_state."""
import math

import torch
from accelerate import Accelerator
from diffusers import DDPMScheduler, UNet2DModel
from diffusers.optimization import get_scheduler
from tqdm.auto import tqdm


def main(args, dataset):
    accelerator = Accelerator(gradient_accumulation_steps=args.gradient_accumulation_steps)
    noise_scheduler = DDPMScheduler(num_train_timesteps=1000)
    unet = UNet2DModel(sample_size=32)
    optimizer = torch.optim.AdamW(unet.parameters(), lr=args.learning_rate)
    loader = torch.utils.data.DataLoader(dataset, batch_size=args.batch_size, shuffle=True)
    updates = math.ceil(len(loader) / args.gradient_accumulation_steps)
    lr_scheduler = get_scheduler(
        args.lr_scheduler,
        optimizer=optimizer,
        num_warmup_steps=args.lr_warmup_steps * accelerator.num_processes,
        num_training_steps=args.num_epochs * updates * accelerator.num_processes,
    )
    unet, optimizer, loader, lr_scheduler = accelerator.prepare(unet, optimizer, loader, lr_scheduler)
    if args.resume:
        accelerator.load_state(args.resume)
    for epoch in range(args.first_epoch, args.num_epochs):
        for batch in tqdm(loader):
            noise = torch.randn_like(batch)
            t = torch.randint(0, 1000, (len(batch),), device=batch.device)
            with accelerator.accumulate(unet):
                predicted = unet(noise_scheduler.add_noise(batch, noise, t), t).sample
                accelerator.backward(torch.nn.functional.mse_loss(predicted, noise))
                optimizer.step()
                lr_scheduler.step()
                optimizer.zero_grad()
        sample(unet, noise_scheduler)
        accelerator.save_state(f"{args.output}/{epoch}")


@torch.no_grad()
def sample(unet, noise_scheduler):
    image = torch.randn(1, 3, 32, 32)
    noise_scheduler.set_timesteps(50)
    for t in noise_scheduler.timesteps:
        image = noise_scheduler.step(unet(image, t).sample, t, image).prev_sample
    return image
