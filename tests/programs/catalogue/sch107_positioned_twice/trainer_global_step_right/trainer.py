"""A Trainer whose base class restores the scheduler; train() then skips the batches already seen."""
import torch
from base import Base


class LMTrainer(Base):
    device = "cpu"

    def __init__(self, net, max_steps, resume=None):
        self.net, self.max_steps, self.global_step = net, max_steps, 0
        self.optimizer = torch.optim.AdamW(net.parameters(), lr=3e-4)
        self.scheduler = torch.optim.lr_scheduler.LinearLR(self.optimizer, 1.0, 0.0, total_iters=max_steps)
        self.resume = resume

    def train(self, stream):
        if self.resume:
            self.load(self.resume)
            for _ in range(self.global_step):
                next(stream)
        while self.global_step < self.max_steps:
            self.net(next(stream)).loss.backward()
            self.optimizer.step()
            self.scheduler.step()
            self.optimizer.zero_grad()
            self.global_step += 1
        self.save("final.pt")


def main(net, stream, resume=None):
    LMTrainer(net, 10_000, resume).train(stream)
