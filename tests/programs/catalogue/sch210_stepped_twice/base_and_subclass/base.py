import torch


class Base:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
        self.scheduler = torch.optim.lr_scheduler.ExponentialLR(self.optimizer, gamma=0.95)

    def train_epoch(self, loader):
        for x, y in loader:
            self.optimizer.zero_grad()
            torch.nn.functional.mse_loss(self.net(x), y).backward()
            self.optimizer.step()

    def after_epoch(self):
        self.scheduler.step()

    def fit(self, loader, epochs):
        for _ in range(epochs):
            self.train_epoch(loader)
            self.after_epoch()
