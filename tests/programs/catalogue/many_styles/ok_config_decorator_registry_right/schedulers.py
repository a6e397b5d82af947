from registry import register
from torch.optim.lr_scheduler import LambdaLR, StepLR


@register("poly")
def poly(optimizer, max_iter, power=0.9):
    return LambdaLR(optimizer, lambda i: (1 - i / max_iter) ** power)


@register("step")
def step(optimizer, step_size):
    return StepLR(optimizer, step_size)
