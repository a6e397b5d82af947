import torch.optim as optim
import torch.optim.lr_scheduler as lr_scheduler


def build(model, optimizer_name, scheduler_name, optimizer_kwargs, scheduler_kwargs):
    optimizer = getattr(optim, optimizer_name)(model.parameters(), **optimizer_kwargs)
    scheduler = getattr(lr_scheduler, scheduler_name)(optimizer, **scheduler_kwargs)
    return optimizer, scheduler
