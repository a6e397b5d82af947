"""Each object has its own file: optimizer.pt without the scheduler is not a hole."""
import os

import torch


def main(net, loader, folder, epochs=45):
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-5)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=epochs)
    start = 0
    if os.path.isdir(folder):
        net.load_state_dict(torch.load(os.path.join(folder, "model.pt")))
        optimizer.load_state_dict(torch.load(os.path.join(folder, "optimizer.pt")))
        scheduler.load_state_dict(torch.load(os.path.join(folder, "scheduler.pt")))
        start = scheduler.last_epoch
    for _ in range(start, epochs):
        for batch in loader:
            optimizer.zero_grad()
            net(batch).mean().backward()
            optimizer.step()
        scheduler.step()
        torch.save(net.state_dict(), os.path.join(folder, "model.pt"))
        torch.save(optimizer.state_dict(), os.path.join(folder, "optimizer.pt"))
        torch.save(scheduler.state_dict(), os.path.join(folder, "scheduler.pt"))
