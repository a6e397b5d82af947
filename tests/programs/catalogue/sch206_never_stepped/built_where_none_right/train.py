import torch
from data import batches


class Trainer:
    def __init__(self):
        self.scheduler = None

    def move_on(self, optimizer):
        if self.scheduler is None:
            self.scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.1)
        else:
            self.scheduler.step()

    def run(self):
        net = torch.nn.Linear(4, 2)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        for epoch in range(100):
            self.move_on(optimizer)
            for batch in batches:
                optimizer.zero_grad()
                net(batch).sum().backward()
                optimizer.step()


Trainer().run()
