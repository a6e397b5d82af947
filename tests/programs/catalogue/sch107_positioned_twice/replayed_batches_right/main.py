"""After the restore the loader is fast-forwarded to the saved batch, not the scheduler."""
import itertools

import torch


def main(net, loader, path, epochs=5):
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-4)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.01, total_iters=epochs * len(loader))
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    optimizer.load_state_dict(blob["optimizer"])
    scheduler.load_state_dict(blob["scheduler"])
    seen = blob["batch"]
    for epoch in range(blob["epoch"], epochs):
        for x in itertools.islice(loader, seen, None):
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
            scheduler.step()
        seen = 0
