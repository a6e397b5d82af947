from torch.optim import SGD
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, SequentialLR


def build(model, args):
    total = args.epoch * args.iter_per_epoch
    warm = args.warmup_epoch * args.iter_per_epoch
    optimizer = SGD(model.parameters(), lr=args.lr)
    main = CosineAnnealingLR(optimizer, total - warm)
    first = LambdaLR(optimizer, lambda i: (i + 1) / (warm + 1))
    return optimizer, SequentialLR(optimizer, [first, main], [warm])
