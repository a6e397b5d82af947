import itertools

import torch
from networks import get_scheduler


class Cycle:
    def __init__(self, opt, ga, gb, da, db):
        self.opt = opt
        self.ga, self.gb, self.da, self.db = ga, gb, da, db
        self.optimizer_G = torch.optim.Adam(itertools.chain(ga.parameters(), gb.parameters()), lr=opt.lr)
        self.optimizer_D = torch.optim.Adam(itertools.chain(da.parameters(), db.parameters()), lr=opt.lr)
        self.optimizers = [self.optimizer_G, self.optimizer_D]
        self.metric = 0

    def setup(self):
        self.schedulers = [get_scheduler(o, self.opt) for o in self.optimizers]

    def optimize_parameters(self, x):
        self.optimizer_G.zero_grad()
        self.gb(self.ga(x)).mean().backward()
        self.optimizer_G.step()
        self.optimizer_D.zero_grad()
        self.da(x).mean().backward()
        self.optimizer_D.step()

    def update_learning_rate(self):
        for scheduler in self.schedulers:
            if self.opt.lr_policy == 'plateau':
                scheduler.step(self.metric)
            else:
                scheduler.step()
