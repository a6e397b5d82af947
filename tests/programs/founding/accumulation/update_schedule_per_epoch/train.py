"""Gradient accumulation: the schedule counts updates but moves once per epoch."""
import math

import torch
from torch.optim.lr_scheduler import LambdaLR


def linear_decay(optimizer, num_warmup_steps, num_training_steps):
    def lr_lambda(current_step):
        if current_step < num_warmup_steps:
            return float(current_step) / float(max(1, num_warmup_steps))
        left = num_training_steps - current_step
        return max(0.0, float(left) / float(max(1, num_training_steps - num_warmup_steps)))

    return LambdaLR(optimizer, lr_lambda)


def train(model, loader, args):
    opt = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)
    updates_per_epoch = math.ceil(len(loader) / args.gradient_accumulation_steps)
    total_updates = args.num_train_epochs * updates_per_epoch
    scheduler = linear_decay(opt, int(0.1 * total_updates), total_updates)
    for _ in range(args.num_train_epochs):
        for step, batch in enumerate(loader):
            loss = model(**batch).loss / args.gradient_accumulation_steps
            loss.backward()
            if step % args.gradient_accumulation_steps == 0 or step == len(loader) - 1:
                opt.step()
                opt.zero_grad()
        scheduler.step()  # expect: SCH202
