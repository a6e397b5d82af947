from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def warm_cosine(opt, warm_steps, total_steps):
    warm = LinearLR(opt, start_factor=1e-3, total_iters=warm_steps)
    cos = CosineAnnealingLR(opt, T_max=total_steps - warm_steps)
    return SequentialLR(opt, [warm, cos], milestones=[warm_steps])
