import torch
from transformers import Trainer, TrainingArguments, get_cosine_schedule_with_warmup


def main(model, data):
    args = TrainingArguments("out", num_train_epochs=3, per_device_train_batch_size=8)
    steps = len(data) // 8 * 3
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    scheduler = get_cosine_schedule_with_warmup(optimizer, steps // 10, steps)
    Trainer(model, args, train_dataset=data, optimizers=(optimizer, scheduler)).train()
