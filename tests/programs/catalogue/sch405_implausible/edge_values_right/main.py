"""No warm-up, warm-up just below the total, gamma of one, a total whose name holds warmup."""
import torch
from transformers import get_constant_schedule_with_warmup, get_linear_schedule_with_warmup


def schedules(model, loader, kind, warmup_epochs=2, epochs=10):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    steps_with_warmup = epochs * len(loader)
    if kind == "none":
        scheduler = get_linear_schedule_with_warmup(optimizer, 0, steps_with_warmup)
    elif kind == "constant":
        scheduler = get_constant_schedule_with_warmup(optimizer, warmup_epochs * len(loader))
    else:
        scheduler = get_linear_schedule_with_warmup(
            optimizer, num_warmup_steps=steps_with_warmup - 1, num_training_steps=steps_with_warmup
        )
    for _ in range(epochs):
        for batch in loader:
            model(**batch).loss.backward()
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad()


def constant(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10, gamma=1.0)
    for _ in range(20):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
