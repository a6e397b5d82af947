"""A constant schedule has one value only: nothing is skipped and nothing comes early."""
import torch



def train(model, loader, warmup, total):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    lr_scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1.0)
    for x in loader:
        optimizer.zero_grad()
        model(x).sum().backward()
        lr_scheduler.step()
        optimizer.step()
