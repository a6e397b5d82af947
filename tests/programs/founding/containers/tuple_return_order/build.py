import torch.optim as optim
from torch.optim.lr_scheduler import ExponentialLR


def build_optim(model, args):
    decay, no_decay = [], []
    for name, p in model.named_parameters():
        (no_decay if p.ndim == 1 else decay).append(p)
    opt = optim.SGD([{"params": decay, "weight_decay": 1e-4}, {"params": no_decay}], lr=args.lr)
    return opt, ExponentialLR(opt, gamma=0.97)
