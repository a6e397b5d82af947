import torch
from accelerate import Accelerator
from diffusers.optimization import get_scheduler


def main(unet, loader, args):
    accelerator = Accelerator(gradient_accumulation_steps=args.accum)
    optimizer = torch.optim.AdamW(unet.parameters(), lr=args.lr)
    lr_scheduler = get_scheduler(
        "cosine",
        optimizer=optimizer,
        num_warmup_steps=args.warmup * accelerator.num_processes,
        num_training_steps=args.max_train_steps * accelerator.num_processes,
    )
    unet, optimizer, loader, lr_scheduler = accelerator.prepare(unet, optimizer, loader, lr_scheduler)
    done = 0
    while done < args.max_train_steps:
        for batch in loader:
            with accelerator.accumulate(unet):
                loss = unet(batch).mean()
                accelerator.backward(loss)
                if accelerator.sync_gradients:
                    accelerator.clip_grad_norm_(unet.parameters(), 1.0)
                optimizer.step()
                lr_scheduler.step()
                optimizer.zero_grad()
            if accelerator.sync_gradients:
                done += 1
                if done % 500 == 0:
                    accelerator.save_state(f"checkpoint-{done}")
            if done >= args.max_train_steps:
                break
