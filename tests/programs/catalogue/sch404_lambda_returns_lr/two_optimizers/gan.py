"""Both optimizers of a GAN take opt.lr, and so does the rule for each of them."""
import torch
from torch.optim.lr_scheduler import LambdaLR


def main(opt, gen, dis, loader):
    opt_g = torch.optim.Adam(gen.parameters(), lr=opt.lr, betas=(0.5, 0.999))
    opt_d = torch.optim.Adam(dis.parameters(), lr=opt.lr, betas=(0.5, 0.999))
    sched_g = LambdaLR(opt_g, lambda e: opt.lr * (1 - e / opt.n_epochs))  # expect: SCH404
    sched_d = LambdaLR(opt_d, lambda e: opt.lr * (1 - e / opt.n_epochs))  # expect: SCH404
    for _ in range(opt.n_epochs):
        for real in loader:
            fake = gen(torch.randn(len(real), 32))
            opt_d.zero_grad()
            (dis(fake.detach()) - dis(real)).mean().backward()
            opt_d.step()
            opt_g.zero_grad()
            (-dis(fake)).mean().backward()
            opt_g.step()
        sched_g.step()
        sched_d.step()
