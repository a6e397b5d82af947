import torch
from torch import nn
from torch.optim import lr_scheduler


def main(path, loader, epochs, first=10, last=20):
    model = nn.Linear(2, 2)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    start = 0
    if path:
        state = torch.load(path)
        optimizer.load_state_dict(state["optimizer"])  # expect: SCH103
        start = state["epoch"]
    scheduler = lr_scheduler.LambdaLR(optimizer, lambda epoch: 1.0 - max(0, epoch + 1 - first) / (last - first + 1))  # expect: SCH104
    for epoch in range(start, epochs):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        torch.save({"optimizer": optimizer.state_dict(), "epoch": epoch + 1}, "last.pt")  # expect: SCH303
        scheduler.step()
