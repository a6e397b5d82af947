"""MultiStepLR only for method 'bic'; step(position) only for two other methods.

The finding goes away when main() is called with one value of config instead of one of two.
"""
import argparse
import torch
import yaml
from torch.optim.lr_scheduler import MultiStepLR


class Ramp:
    def __init__(self, optimizer):
        self.optimizer = optimizer

    def step(self, epoch=None):
        for group in self.optimizer.param_groups:
            group["lr"] = 0.1 / (1 + (epoch or 0))


class Trainer:
    def __init__(self, config, model, loader):
        self.config, self.model, self.loader = config, model, loader

    def fit(self):
        kind = self.config["method"]["name"]
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=0.1)
        self.scheduler = Ramp(self.optimizer)
        if kind == "bic":
            self.scheduler = MultiStepLR(self.optimizer, milestones=[100, 150])
        for epoch in range(200):
            self.one_epoch(epoch)
            self.scheduler.step()

    def one_epoch(self, epoch):
        for b, batch in enumerate(self.loader):
            if self.config["method"]["name"] in ["adapter", "prompt"]:
                self.scheduler.step(len(self.loader) * epoch + b)
            self.optimizer.zero_grad()
            self.model(batch).mean().backward()
            self.optimizer.step()


def main(config):
    Trainer(config, torch.nn.Linear(2, 2), [torch.ones(1, 2)]).fit()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--config")
    args = parser.parse_args()
    if args.config:
        config = yaml.safe_load(open(args.config))
    else:
        config = yaml.safe_load(open("default.yaml"))
    main(config)
