"""Word language model: batches by slicing with range(0, len, bptt); plateau-like division by hand and StepLR per epoch."""
import torch


def get_batch(source, i, bptt=35):
    n = min(bptt, len(source) - 1 - i)
    return source[i : i + n], source[i + 1 : i + 1 + n].reshape(-1)


def train(model, data, optimizer, bptt=35):
    model.train()
    for batch, i in enumerate(range(0, data.size(0) - 1, bptt)):
        x, y = get_batch(data, i, bptt)
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()


def main(model, data, epochs=40):
    optimizer = torch.optim.SGD(model.parameters(), lr=5.0)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1.0, gamma=0.95)
    for epoch in range(1, epochs + 1):
        train(model, data, optimizer)
        scheduler.step()
