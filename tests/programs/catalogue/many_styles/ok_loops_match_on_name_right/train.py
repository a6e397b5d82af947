import torch
from schedules import make


def fit(net, train_loader, val_loader, name, epochs):
    optimizer = torch.optim.SGD(net.parameters(), 0.1)
    scheduler, when = make(optimizer, name, epochs, len(train_loader))
    for _ in range(epochs):
        for x, y in train_loader:
            loss = (net(x) - y).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if when == "batch":
                scheduler.step()
        with torch.no_grad():
            val = sum((net(x) - y).square().mean().item() for x, y in val_loader)
        match when:
            case "epoch":
                scheduler.step()
            case "metric":
                scheduler.step(val)
