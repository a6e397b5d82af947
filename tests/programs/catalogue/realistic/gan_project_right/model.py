import torch
from base import BaseModel


class TranslationModel(BaseModel):
    def __init__(self, opt):
        super().__init__(opt)
        self.net_g = torch.nn.Conv2d(3, 3, 3, padding=1)
        self.net_d = torch.nn.Conv2d(3, 1, 3, padding=1)
        self.opt_g = torch.optim.Adam(self.net_g.parameters(), lr=opt.lr)
        self.opt_d = torch.optim.Adam(self.net_d.parameters(), lr=opt.lr)
        self.optimizers = [self.opt_g, self.opt_d]
        self.setup()

    def optimize(self, data):
        fake = self.net_g(data["A"])
        self.opt_d.zero_grad()
        (self.net_d(fake.detach()).mean() - self.net_d(data["B"]).mean()).backward()
        self.opt_d.step()
        self.opt_g.zero_grad()
        (-self.net_d(fake).mean()).backward()
        self.opt_g.step()
