import torch
from torch.optim.lr_scheduler import LinearLR
from absl import flags

from data import loader, model

flags.DEFINE_float("clip", None, "")
FLAGS = flags.FLAGS
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = LinearLR(optimizer, total_iters=100)
for batch in loader:
    optimizer.zero_grad()
    model(batch).mean().backward()
    optimizer.step()
    if FLAGS.clip is None:
        scheduler.step()
