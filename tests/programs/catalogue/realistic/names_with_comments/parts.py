import torch


def seed_everything(seed):
    torch.manual_seed(seed)


def make_parts(model, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    return optimizer, torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
