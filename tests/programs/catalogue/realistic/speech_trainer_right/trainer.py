"""A speech trainer that restores all and counts updates."""
import torch
from base import BaseTrainer
from config import Config


class SpeechTrainer(BaseTrainer):
    def build_scheduler(self):
        total = self.cfg.epochs * (len(self.loader) // self.cfg.accumulate)
        return torch.optim.lr_scheduler.LinearLR(self.optimizer, 1.0, 0.01, total_iters=total)

    def update(self):
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.scheduler.step()

    def run(self):
        for epoch in range(self.start, self.cfg.epochs):
            for i, (audio, text) in enumerate(self.loader):
                loss = torch.nn.functional.cross_entropy(self.net(audio), text) / self.cfg.accumulate
                loss.backward()
                if (i + 1) % self.cfg.accumulate == 0:
                    self.update()
            self.save(epoch)


def main(cfg: Config, net, loader):
    SpeechTrainer(cfg, net, loader).run()
