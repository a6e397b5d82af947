"""The class is bound to other names by assignment and by a conditional import; warm-up in updates, stepped per epoch."""
import torch

try:
    from torch.optim import AdamW
except ImportError:
    from transformers import AdamW
import torch.optim as _o

lr_s = _o.lr_scheduler
Cosine = lr_s.CosineAnnealingLR


def go(model, loader, epochs):
    optimizer = AdamW(model.parameters(), lr=2e-4)
    total = epochs * len(loader)
    anneal = Cosine(optimizer, total)
    for _ in range(epochs):
        for batch in loader:
            out = model(**batch)
            out.loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
        anneal.step()  # expect: SCH202
