"""Flat: 2000 warm-up steps of 1000."""
import torch
from transformers import get_cosine_schedule_with_warmup

from text import batches, lm

optimizer = torch.optim.AdamW(lm.parameters(), lr=1e-4)
scheduler = get_cosine_schedule_with_warmup(optimizer, num_warmup_steps=2000, num_training_steps=1000)  # expect: SCH405
for step in range(1000):
    lm(next(batches)).pow(2).mean().backward()
    optimizer.step()
    scheduler.step()
    optimizer.zero_grad()
