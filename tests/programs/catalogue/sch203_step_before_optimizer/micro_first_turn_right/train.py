"""i % every holds in the very first turn."""
import torch


def train(model, loader, epochs, every):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs * len(loader))
    for epoch in range(epochs):
        for i, batch in enumerate(loader):
            loss = model(batch).mean()
            loss.backward()
            if i % every == 0:
                optimizer.step()
                optimizer.zero_grad()
            sched.step()
