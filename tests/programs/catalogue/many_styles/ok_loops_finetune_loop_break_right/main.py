"""max_steps ends the training early; the horizon is the smaller of the two."""
import torch
from transformers import get_cosine_schedule_with_warmup


def main(net, loader, epochs=3, max_steps=-1):
    total = len(loader) * epochs if max_steps < 0 else min(max_steps, len(loader) * epochs)
    opt = torch.optim.AdamW(net.parameters(), lr=5e-5)
    sched = get_cosine_schedule_with_warmup(opt, total // 20, total)
    done = 0
    for _ in range(epochs):
        for b in loader:
            opt.zero_grad()
            net(**b).loss.backward()
            opt.step()
            sched.step()
            done += 1
            if done == total:
                return
