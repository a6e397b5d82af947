import torch


def build_optimizer(model, args):
    params = [p for p in model.parameters() if p.requires_grad]
    return torch.optim.SGD(params, lr=args.lr, momentum=0.9, weight_decay=1e-4)


def build_scheduler(optimizer, args):
    return torch.optim.lr_scheduler.MultiStepLR(optimizer, args.lr_steps, gamma=0.1)
