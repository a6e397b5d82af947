from torch.optim.lr_scheduler import StepLR


def schedule_0(optimizer, last_epoch=-1):
    return StepLR(optimizer, 10**6, last_epoch=last_epoch)


def schedule_1(optimizer, total, last_epoch=-1):
    return StepLR(optimizer, total, last_epoch=last_epoch)


def schedule_2(optimizer, warmup, total, last_epoch=-1):
    return StepLR(optimizer, total, last_epoch=last_epoch)


def schedule_3(optimizer, last_epoch=-1):
    return StepLR(optimizer, 10**6, last_epoch=last_epoch)


def schedule_4(optimizer, total, last_epoch=-1):
    return StepLR(optimizer, total, last_epoch=last_epoch)


def schedule_5(optimizer, warmup, total, last_epoch=-1):
    return StepLR(optimizer, total, last_epoch=last_epoch)


MAKERS = {"0": schedule_0, "1": schedule_1, "2": schedule_2, "3": schedule_3, "4": schedule_4, "5": schedule_5}
