import torch


def get_optimizer(net, state=None):
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    if state:
        optimizer.load_state_dict(state["optimizer"])
    return optimizer


def get_scheduler(optimizer, total, state=None):
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0 / 3, 1.0, total_iters=total)  # expect: SCH104
    if state:
        scheduler.load_state_dict(state["scheduler"])
    return scheduler
