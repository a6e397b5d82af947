"""zip() over two lists: all schedulers come back before all optimizers."""
import torch
from torch.optim import RMSprop
from torch.optim.lr_scheduler import StepLR


class Pair:
    def __init__(self, gen, disc):
        self.gen, self.disc = gen, disc
        self.optims = [RMSprop(gen.parameters(), lr=5e-5), RMSprop(disc.parameters(), lr=5e-5)]
        self.lrs = [StepLR(o, step_size=50, gamma=0.5) for o in self.optims]

    def load(self, fname):
        st = torch.load(fname)
        self.gen.load_state_dict(st["gen"])
        self.disc.load_state_dict(st["disc"])
        for lr, sd in zip(self.lrs, st["lrs"]):
            lr.load_state_dict(sd)  # expect: SCH101
        for op, sd in zip(self.optims, st["optims"]):
            op.load_state_dict(sd)
        return st["epoch"]

    def train(self, loader, fname):
        for epoch in range(self.load(fname), 150):
            for real in loader:
                for op in self.optims:
                    op.zero_grad()
                (self.disc(real) - self.disc(self.gen(real))).mean().backward()
                for op in self.optims:
                    op.step()
            for lr in self.lrs:
                lr.step()
