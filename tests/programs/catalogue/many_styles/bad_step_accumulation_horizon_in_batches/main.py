import torch
from transformers import get_linear_schedule_with_warmup


class Trainer:
    def __init__(self, net, loader, epochs, accum):
        self.net, self.loader, self.epochs, self.accum = net, loader, epochs, accum
        self.opt = torch.optim.AdamW(net.parameters(), lr=5e-5)
        total = len(loader) * epochs
        self.sched = get_linear_schedule_with_warmup(self.opt, 100, total)

    def train(self):
        for _ in range(self.epochs):
            for i, batch in enumerate(self.loader):
                (self.net(**batch).loss / self.accum).backward()
                if (i + 1) % self.accum == 0:
                    self.update()

    def update(self):
        self.opt.step()
        self.sched.step()  # expect: SCH209
        self.opt.zero_grad()


def main(net, loader):
    Trainer(net, loader, 3, accum=8).train()
