"""The discriminator's schedule moves after its update, the generator's before the first one."""
import torch
from torch.optim.lr_scheduler import ExponentialLR


def train(gen, dis, loader, epochs=100):
    opt_g, opt_d = torch.optim.Adam(gen.parameters(), 1e-4), torch.optim.Adam(dis.parameters(), 4e-4)
    decay_g, decay_d = ExponentialLR(opt_g, 0.99), ExponentialLR(opt_d, 0.99)
    for _ in range(epochs):
        decay_g.step()  # expect: SCH203
        for real in loader:
            fake = gen(torch.randn(len(real), 64))
            opt_d.zero_grad()
            (dis(fake.detach()).relu().mean() + (1 - dis(real)).relu().mean()).backward()
            opt_d.step()
            opt_g.zero_grad()
            (-dis(fake).mean()).backward()
            opt_g.step()
        decay_d.step()
