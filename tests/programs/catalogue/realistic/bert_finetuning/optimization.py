import torch
from transformers import get_linear_schedule_with_warmup


def create_optimizer_and_scheduler(model, lr, total_steps, warmup_steps):
    no_decay = ["bias", "LayerNorm.weight"]
    groups = [
        {"params": [p for n, p in model.named_parameters() if not any(k in n for k in no_decay)], "weight_decay": 0.01},
        {"params": [p for n, p in model.named_parameters() if any(k in n for k in no_decay)], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=lr)
    scheduler = get_linear_schedule_with_warmup(optimizer, total_steps, warmup_steps)  # expect: SCH405
    return optimizer, scheduler
