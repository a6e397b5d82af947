import torch
from transformers import get_cosine_schedule_with_warmup


def make_schedule(optimizer, num_warmup, num_total):
    return get_cosine_schedule_with_warmup(optimizer, num_training_steps=num_warmup, num_warmup_steps=num_total)  # expect: SCH405


def main(net, loader, epochs=3):
    opt = torch.optim.AdamW(net.parameters(), 5e-5)
    num_total = epochs * len(loader)
    sched = make_schedule(opt, num_warmup=int(0.1 * num_total), num_total=num_total)
    for _ in range(epochs):
        for b in loader:
            opt.zero_grad()
            net(**b).loss.backward()
            opt.step()
            sched.step()
