import torch.nn.functional as F


def run(net, opt, sched, stream, max_iters):
    step = 0
    while (step := step + 1) <= max_iters:
        if (batch := next(stream, None)) is None:
            break
        x, y = batch
        opt.zero_grad(set_to_none=True)
        F.mse_loss(net(x), y).backward()
        opt.step()
        sched.step()
