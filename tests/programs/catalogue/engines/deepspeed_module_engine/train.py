"""DeepSpeed: the model is a module of the project, the engine an attribute, the loop in another method."""
import deepspeed
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 1)

    def forward(self, x):
        return self.layer(x)


class Trainer:
    def __init__(self, args, loader):
        net = Net()
        optimizer = torch.optim.AdamW(net.parameters(), lr=args.lr)
        self.loader = loader
        self.scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 0.1, 1.0, total_iters=args.warmup_steps)
        self.engine, self.optimizer, _, self.scheduler = deepspeed.initialize(
            model=net, optimizer=optimizer, lr_scheduler=self.scheduler, config=args.config
        )

    def train(self, epochs):
        for _ in range(epochs):
            for batch in self.loader:
                loss = self.engine(batch).mean()
                self.engine.backward(loss)
                self.engine.step()
                self.scheduler.step()  # expect: SCH210


def main(args, loader):
    Trainer(args, loader).train(10)
