"""The loop continues before the update and the scheduler's step."""
import torch

ACC = 8


def train(model, loader, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.1, total_iters=epochs * (len(loader) // ACC))
    for epoch in range(epochs):
        for i, batch in enumerate(loader):
            loss = model(batch).mean() / ACC
            loss.backward()
            if (i + 1) % ACC != 0:
                continue
            optimizer.step()
            optimizer.zero_grad()
            sched.step()
