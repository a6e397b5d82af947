import torch
from torch import nn
from transformers import get_linear_schedule_with_warmup


def run(cfg, task):
    optimizer = torch.optim.AdamW(nn.Linear(2, 2).parameters(), lr=1e-3)
    scheduler = get_linear_schedule_with_warmup(optimizer, 10, len(task["trainloader"]) * cfg.epochs)
    for epoch in range(cfg.epochs):
        for step, batch in enumerate(task["trainloader"]):
            optimizer.step()
            scheduler.step()
