import torch


def make_optimizer(cfg, model):
    return torch.optim.SGD(model.parameters(), cfg.SOLVER.BASE_LR, momentum=0.9)


def make_lr_scheduler(cfg, optimizer):
    return torch.optim.lr_scheduler.PolynomialLR(optimizer, total_iters=cfg.SOLVER.MAX_EPOCH, power=0.9)
