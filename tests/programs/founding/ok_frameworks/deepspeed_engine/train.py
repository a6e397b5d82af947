"""deepspeed.initialize(lr_scheduler=...): engine.step() steps the schedule over total steps, load_checkpoint restores all."""
import deepspeed
import torch


def main(args, model, dataset):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    total_steps = args.epochs * (len(dataset) // args.batch_size)
    lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=total_steps)
    engine, optimizer, loader, lr_scheduler = deepspeed.initialize(
        args=args, model=model, optimizer=optimizer, lr_scheduler=lr_scheduler, training_data=dataset
    )
    if args.load_dir:
        engine.load_checkpoint(args.load_dir, load_optimizer_states=True, load_lr_scheduler_states=True)
    for _ in range(args.epochs):
        for batch in loader:
            loss = engine(batch)
            engine.backward(loss)
            engine.step()
        engine.save_checkpoint("ds")
