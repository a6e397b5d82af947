"""The checkpoint is loaded to be evaluated, or else trained from the start: nothing is resumed."""
import os
import torch


def save_checkpoint(model, optimizer, path):
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, path)


def load_checkpoint(model, optimizer, path):
    state = torch.load(path)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    return model, optimizer


def train(model, loader, optimizer, scheduler, epochs, path):
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        scheduler.step()
        save_checkpoint(model, optimizer, path)
    return model, optimizer


def validate(model, loader):
    with torch.no_grad():
        return sum(model(x).mean().item() for x in loader)


def main(model, loader, path, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    if os.path.exists(path):
        model, optimizer = load_checkpoint(model, optimizer, path)
        top1 = validate(model, loader)
    else:
        model, optimizer = train(model, loader, optimizer, scheduler, epochs, path)
        top1 = validate(model, loader)
    print(top1)
