"""Weights and biases are added before the scheduler."""
import torch


def split(model):
    decay = [p for n, p in model.named_parameters() if n.endswith("weight")]
    rest = [p for n, p in model.named_parameters() if not n.endswith("weight")]
    return decay, rest


def main(hyp, model, loader, epochs=100):
    decay, rest = split(model)
    optimizer = torch.optim.SGD(rest, lr=hyp["lr0"], momentum=hyp["momentum"], nesterov=True)
    optimizer.add_param_group({"params": decay, "weight_decay": hyp["weight_decay"]})
    scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=epochs)
    for _ in range(epochs):
        for images, targets in loader:
            optimizer.zero_grad()
            model(images, targets).sum().backward()
            optimizer.step()
        scheduler.step()
