import torch


class BaseTrainer:
    def __init__(self, net, loader, epochs):
        self.net, self.loader, self.epochs = net, loader, epochs
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self.scheduler = torch.optim.lr_scheduler.MultiStepLR(self.optimizer, milestones=[30, 45])

    def on_epoch_begin(self, epoch):
        pass

    def fit(self):
        for epoch in range(self.epochs):
            self.on_epoch_begin(epoch)
            for batch in self.loader:
                self.train_step(batch)

    def train_step(self, batch):
        x, y = batch
        self.optimizer.zero_grad()
        torch.nn.functional.cross_entropy(self.net(x), y).backward()
        self.optimizer.step()
