"""The classic BERT script: t_total is in updates."""
import torch
from loop import train
from transformers import get_linear_schedule_with_warmup


def main(args, model, train_dataloader):
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)
    t_total = len(train_dataloader) // args.gradient_accumulation_steps * args.num_train_epochs
    scheduler = get_linear_schedule_with_warmup(
        optimizer, num_warmup_steps=int(0.1 * t_total), num_training_steps=t_total
    )
    train(args, model, train_dataloader, optimizer, scheduler)
