import torch
from torch.optim.lr_scheduler import LinearLR

from absl import flags

from data import loader, model

FLAGS = flags.FLAGS

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
if FLAGS.file and not FLAGS.fresh:
    optimizer.load_state_dict(torch.load(FLAGS.file)["optimizer"])
if FLAGS.fresh:
    scheduler = LinearLR(optimizer)
else:
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
for epoch in range(90):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
    scheduler.step()
