"""timm: scheduler.step(epoch + 1, metric) per epoch and step_update(num_updates) per batch; position given by start_epoch."""
import torch
from timm.optim import create_optimizer_v2
from timm.scheduler import create_scheduler_v2


def main(args, model, loader, validate):
    optimizer = create_optimizer_v2(model, opt="adamw", lr=1e-3)
    lr_scheduler, num_epochs = create_scheduler_v2(optimizer, sched="cosine", num_epochs=300, warmup_epochs=5)
    start_epoch = 0
    if args.resume:
        ck = torch.load(args.resume)
        model.load_state_dict(ck["state_dict"])
        optimizer.load_state_dict(ck["optimizer"])
        start_epoch = ck["epoch"] + 1
    if lr_scheduler is not None and start_epoch > 0:
        lr_scheduler.step(start_epoch)
    for epoch in range(start_epoch, num_epochs):
        num_updates = epoch * len(loader)
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            num_updates += 1
            lr_scheduler.step_update(num_updates=num_updates)
        lr_scheduler.step(epoch + 1, validate(model))
