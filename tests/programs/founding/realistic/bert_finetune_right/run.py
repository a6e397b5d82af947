"""BERT fine-tuning with the schedule moved beside the optimizer: silent."""
import argparse
import logging

import torch
from schedules import get_schedule
from torch.utils.data import DataLoader, RandomSampler

logger = logging.getLogger(__name__)


def train(args, train_dataset, model):
    loader = DataLoader(train_dataset, sampler=RandomSampler(train_dataset), batch_size=args.train_batch_size)
    t_total = len(loader) // args.gradient_accumulation_steps * args.num_train_epochs
    no_decay = ["bias", "LayerNorm.weight"]
    groups = [
        {"params": [p for n, p in model.named_parameters() if not any(nd in n for nd in no_decay)], "weight_decay": 0.01},
        {"params": [p for n, p in model.named_parameters() if any(nd in n for nd in no_decay)], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.learning_rate, eps=1e-8)
    scheduler = get_schedule(args.schedule, optimizer, args.warmup_steps, t_total)
    global_step, tr_loss = 0, 0.0
    model.zero_grad()
    for epoch in range(int(args.num_train_epochs)):
        for step, batch in enumerate(loader):
            model.train()
            loss = model(**{k: v.to(args.device) for k, v in batch.items()})[0]
            if args.gradient_accumulation_steps > 1:
                loss = loss / args.gradient_accumulation_steps
            loss.backward()
            tr_loss += loss.item()
            if (step + 1) % args.gradient_accumulation_steps == 0:
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                scheduler.step()
                model.zero_grad()
                global_step += 1
        logger.info("epoch %d loss %f", epoch, tr_loss / max(1, global_step))
    return global_step


def main(model, dataset):
    parser = argparse.ArgumentParser()
    parser.add_argument("--schedule", default="linear", choices=["linear", "cosine"])
    parser.add_argument("--learning_rate", default=5e-5, type=float)
    parser.add_argument("--num_train_epochs", default=3, type=int)
    parser.add_argument("--train_batch_size", default=8, type=int)
    parser.add_argument("--gradient_accumulation_steps", default=1, type=int)
    parser.add_argument("--warmup_steps", default=100, type=int)
    parser.add_argument("--device", default="cuda")
    train(parser.parse_args(), dataset, model)
