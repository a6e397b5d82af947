import torch
from torch.optim import lr_scheduler


class Model:
    def __init__(self, opt):
        self.turns = opt.turns
        self.opt_g = torch.optim.Adam(opt.params, lr=opt.lr)
        self.schedulers = [lr_scheduler.MultiStepLR(self.opt_g, opt.steps)]

    def optimize(self):
        for turn in range(self.turns):
            self.opt_g.step()
