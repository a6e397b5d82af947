import torch
from torch import nn

from base_model import BaseModel


class PairModel(BaseModel):
    def __init__(self, opt):
        super().__init__(opt)
        self.netG, self.netD = nn.Linear(4, 4), nn.Linear(4, 1)
        self.optimizer_G = torch.optim.Adam(self.netG.parameters(), lr=opt.lr)
        self.optimizer_D = torch.optim.Adam(self.netD.parameters(), lr=opt.lr)
        self.optimizers += [self.optimizer_G, self.optimizer_D]

    def optimize_parameters(self):
        fake = self.netG(self.real)
        self.optimizer_D.zero_grad()
        (self.netD(fake.detach()).mean() - self.netD(self.real).mean()).backward()
        self.optimizer_D.step()
        self.optimizer_G.zero_grad()
        (-self.netD(fake).mean()).backward()
        self.optimizer_G.step()
