import torch
from torch.optim import lr_scheduler


class BaseModel:
    def __init__(self, opt):
        self.opt = opt

    def setup(self):
        self.schedulers = [lr_scheduler.LambdaLR(o, lr_lambda=self.rule) for o in self.optimizers]

    def rule(self, epoch):
        return 1.0 - max(0, epoch + self.opt.epoch_count - self.opt.n_epochs) / float(self.opt.n_epochs_decay + 1)

    def update_learning_rate(self):
        for scheduler in self.schedulers:
            scheduler.step()

    def save(self, epoch):
        torch.save({"g": self.net_g.state_dict(), "d": self.net_d.state_dict()}, f"{epoch}.pth")

    def load(self, epoch):
        nets = torch.load(f"{epoch}.pth")
        self.net_g.load_state_dict(nets["g"])
        self.net_d.load_state_dict(nets["d"])
