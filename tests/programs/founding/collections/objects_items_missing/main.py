"""**objects iterated by items(); the optimizer was not passed on."""
import torch
from ckpt import load_objects


def main(loader, resume=None):
    model = torch.nn.Linear(16, 4)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    lr_policy = torch.optim.lr_scheduler.MultiStepLR(optimizer, [10, 20])
    epoch = -1
    if resume:
        epoch = load_objects(resume, model=model, lr_policy=lr_policy)
    for epoch in range(epoch + 1, 30):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        lr_policy.step()
