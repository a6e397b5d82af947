from torch.optim.lr_scheduler import LambdaLR


def build_schedule(optimizer, epochs):
    return LambdaLR(optimizer, lambda epoch: (1 - epoch / epochs) ** 0.9, last_epoch=-1)
