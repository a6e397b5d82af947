"""WGAN: critic turns inside an iteration loop; both LambdaLRs count generator iterations."""
import torch


def infinite(loader):
    while True:
        yield from loader


def main(gen, critic, loader, total_iters=100_000, n_critic=5):
    opt_g = torch.optim.Adam(gen.parameters(), lr=1e-4, betas=(0.0, 0.9))
    opt_d = torch.optim.Adam(critic.parameters(), lr=1e-4, betas=(0.0, 0.9))
    decay = lambda it: 1.0 - it / total_iters  # noqa: E731
    sched_g = torch.optim.lr_scheduler.LambdaLR(opt_g, decay)
    sched_d = torch.optim.lr_scheduler.LambdaLR(opt_d, decay)
    data = infinite(loader)
    for iteration in range(total_iters):
        for _ in range(n_critic):
            real = next(data)
            fake = gen(torch.randn(len(real), 128)).detach()
            opt_d.zero_grad()
            (critic(fake).mean() - critic(real).mean()).backward()
            opt_d.step()
        opt_g.zero_grad()
        (-critic(gen(torch.randn(64, 128))).mean()).backward()
        opt_g.step()
        sched_g.step()
        sched_d.step()
