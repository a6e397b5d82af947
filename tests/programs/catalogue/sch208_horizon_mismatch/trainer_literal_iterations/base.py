import torch


class BaseTrainer:
    total_steps = 5000

    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.AdamW(net.parameters(), lr=1e-4)
        self.sched = torch.optim.lr_scheduler.OneCycleLR(  # expect: SCH208
            self.opt,
            max_lr=1e-3,
            total_steps=self.total_steps,
        )

    def update(self, batch):
        self.opt.zero_grad()
        self.net(batch).mean().backward()
        self.opt.step()
        self.sched.step()
