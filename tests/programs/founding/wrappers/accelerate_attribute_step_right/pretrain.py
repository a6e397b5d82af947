"""The SequentialLR in steps moves beside the optimizer: silent."""
import torch
from accelerate import Accelerator


class Pretrainer:
    def __init__(self, net, dl, epochs, warmup_steps=500):
        self.accelerator = Accelerator()
        self.epochs = epochs
        opt = torch.optim.AdamW(net.parameters(), lr=6e-4)
        ramp = torch.optim.lr_scheduler.LinearLR(opt, 1e-3, total_iters=warmup_steps)
        decay = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs * len(dl) - warmup_steps)
        sched = torch.optim.lr_scheduler.SequentialLR(opt, [ramp, decay], milestones=[warmup_steps])
        self.net, self.opt, self.dl, self.sched = self.accelerator.prepare(net, opt, dl, sched)

    def fit(self):
        for _ in range(self.epochs):
            for batch in self.dl:
                with self.accelerator.accumulate(self.net):
                    self.accelerator.backward(self.net(batch))
                    self.opt.step()
                    self.sched.step()
                    self.opt.zero_grad()
