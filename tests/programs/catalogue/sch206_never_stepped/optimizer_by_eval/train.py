import sys

import torch


class Trainer:
    def __init__(self, net, epochs, name):
        self.net = net
        self.optimizer = eval(f"torch.optim.{name}")(params=net.parameters(), lr=0.1)
        self.scheduler = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda e: 1 - e / epochs)  # expect: SCH206

    def train(self, loader):
        for x, y in loader:
            self.optimizer.zero_grad()
            (self.net(x) - y).pow(2).mean().backward()
            self.optimizer.step()


trainer = Trainer(torch.nn.Linear(3, 1), 10, sys.argv[1])
for epoch in range(10):
    trainer.train([(torch.ones(2, 3), torch.ones(2, 1))] * 4)
torch.save({"optimizer": trainer.optimizer.state_dict(), "scheduler": trainer.scheduler.state_dict()}, "a.pt")
