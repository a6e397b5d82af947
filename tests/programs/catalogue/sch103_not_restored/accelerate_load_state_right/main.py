"""accelerator.load_state restores whatever was prepared, the scheduler too."""
import torch
from accelerate import Accelerator


def main(model, loader, args):
    accelerator = Accelerator()
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10)
    model, optimizer, loader, scheduler = accelerator.prepare(model, optimizer, loader, scheduler)
    start = 0
    if args.resume_from_checkpoint:
        accelerator.load_state(args.resume_from_checkpoint)
        start = args.start_epoch
    for epoch in range(start, args.epochs):
        for batch in loader:
            accelerator.backward(model(**batch).loss)
            optimizer.step()
            optimizer.zero_grad()
        scheduler.step()
        accelerator.save_state(f"{args.output_dir}/epoch_{epoch}")
