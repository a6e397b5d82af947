import itertools

import torch
from torch.optim import lr_scheduler


def get_scheduler(optimizer, opt):
    if opt.lr_policy == "linear":

        def lambda_rule(epoch):
            return 1.0 - max(0, epoch + opt.epoch_count - opt.n_epochs) / float(opt.n_epochs_decay + 1)

        return lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda_rule)
    if opt.lr_policy == "plateau":
        return lr_scheduler.ReduceLROnPlateau(optimizer, mode="min", factor=0.2, threshold=0.01, patience=5)
    return lr_scheduler.CosineAnnealingLR(optimizer, T_max=opt.n_epochs, eta_min=0)


class BaseModel:
    def __init__(self, opt):
        self.opt = opt
        self.optimizers = []
        self.metric = 0

    def setup(self, opt):
        self.schedulers = [get_scheduler(optimizer, opt) for optimizer in self.optimizers]

    def update_learning_rate(self):
        for scheduler in self.schedulers:
            if self.opt.lr_policy == "plateau":
                scheduler.step(self.metric)
            else:
                scheduler.step()


class CycleGANModel(BaseModel):
    def __init__(self, opt, netG, netD_A, netD_B):
        super().__init__(opt)
        self.netG, self.netD_A, self.netD_B = netG, netD_A, netD_B
        self.optimizer_G = torch.optim.Adam(netG.parameters(), lr=opt.lr, betas=(opt.beta1, 0.999))
        both = itertools.chain(netD_A.parameters(), netD_B.parameters())
        self.optimizer_D = torch.optim.Adam(both, lr=opt.lr, betas=(opt.beta1, 0.999))
        self.optimizers += [self.optimizer_G, self.optimizer_D]

    def optimize_parameters(self, data):
        fake = self.netG(data["A"])
        self.optimizer_G.zero_grad()
        self.netD_A(fake).mean().backward()
        self.optimizer_G.step()
        self.optimizer_D.zero_grad()
        (self.netD_B(data["B"]).mean() - self.netD_B(fake.detach()).mean()).backward()
        self.optimizer_D.step()
