import torch
from transformers import get_linear_schedule_with_warmup


def build(model, loader, epochs, lr=5e-5):
    total_steps = len(loader) * epochs
    opt = torch.optim.AdamW(model.parameters(), lr=lr)
    return opt, get_linear_schedule_with_warmup(opt, num_warmup_steps=int(0.1 * total_steps), num_training_steps=total_steps)
