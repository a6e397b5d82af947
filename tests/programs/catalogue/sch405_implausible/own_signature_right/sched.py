import math

from torch.optim.lr_scheduler import LambdaLR


def cosine_with_warmup(optimizer, total, warmup):
    def factor(step):
        if step < warmup:
            return step / max(1, warmup)
        return 0.5 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))

    return LambdaLR(optimizer, factor)
