from torch.optim.lr_scheduler import ReduceLROnPlateau


def plateau(optimizer):
    return ReduceLROnPlateau(optimizer, "min", patience=3, verbose=True)
