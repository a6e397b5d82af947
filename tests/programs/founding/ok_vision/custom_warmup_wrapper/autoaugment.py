import torch
from warmup_scheduler import GradualWarmupScheduler


def run_epoch(model, loader, optimizer, epoch, scheduler=None):
    steps = 0
    for data, label in loader:
        steps += 1
        loss = torch.nn.functional.cross_entropy(model(data), label)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if scheduler is not None:
            scheduler.step(epoch - 1 + float(steps) / len(loader))


def train(model, loader, max_epoch):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=max_epoch, eta_min=0.0)
    scheduler = GradualWarmupScheduler(optimizer, multiplier=2, total_epoch=5, after_scheduler=scheduler)
    for epoch in range(1, max_epoch + 1):
        run_epoch(model, loader, optimizer, epoch, scheduler)
