"""CycleGAN's base model steps whatever the policy built; with "plateau" it has no metric to give."""
import torch
from networks import get_scheduler


class BaseModel:
    def __init__(self, opt, net):
        self.opt = opt
        self.net = net
        self.optimizer = torch.optim.Adam(net.parameters(), lr=opt.lr)
        self.scheduler = get_scheduler(self.optimizer, opt)

    def optimize_parameters(self, x):
        self.optimizer.zero_grad()
        self.net(x).mean().backward()
        self.optimizer.step()

    def update_learning_rate(self):
        self.scheduler.step()  # expect: SCH205
        print("learning rate", self.optimizer.param_groups[0]["lr"])


def train(opt, net, dataset):
    model = BaseModel(opt, net)
    for _ in range(opt.n_epochs + opt.n_epochs_decay + 1):
        for x in dataset:
            model.optimize_parameters(x)
        model.update_learning_rate()
