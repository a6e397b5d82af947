from torch.optim.lr_scheduler import LambdaLR


def linear(optimizer, start_epoch, end_epoch, start_lr, end_lr):
    def factor(epoch):
        if epoch <= start_epoch:
            return 1.0
        if epoch <= end_epoch:
            part = (epoch - start_epoch) / (end_epoch - start_epoch)
            return (1 - part) + part * end_lr / start_lr
        return end_lr / start_lr

    return LambdaLR(optimizer, lr_lambda=factor)
