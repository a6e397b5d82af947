from torch.optim import lr_scheduler


def get_scheduler(optimizer, opt):
    if opt.lr_policy == "linear":

        def lambda_rule(epoch):
            return 1.0 - max(0, epoch - opt.n_epochs) / float(opt.n_epochs_decay + 1)

        scheduler = lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda_rule)
    elif opt.lr_policy == "plateau":
        scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, mode="min", factor=0.2, patience=5)
    else:
        raise NotImplementedError(opt.lr_policy)
    return scheduler
