"""Trainer and base class, GradScaler: T_max counts the updates."""
import torch
from base import BaseTrainer


class Trainer(BaseTrainer):
    def run(self):
        for _ in range(self.epochs):
            for index, (x, y) in enumerate(self.loader, start=1):
                with torch.autocast("cuda"):
                    loss = torch.nn.functional.cross_entropy(self.net(x), y) / self.accumulate
                self.scaler.scale(loss).backward()
                if index % self.accumulate == 0:
                    self.update()


def main(net, loader):
    Trainer(net, loader, 40).run()
