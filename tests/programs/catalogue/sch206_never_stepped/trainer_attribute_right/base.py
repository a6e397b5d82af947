import torch


class BaseTrainer:
    def __init__(self, net, loader):
        self.net, self.loader = net, loader
        self.build()

    def build(self):
        self.optimizer = torch.optim.AdamW(self.net.parameters(), lr=1e-3)
        self.lr_scheduler = torch.optim.lr_scheduler.MultiStepLR(self.optimizer, [50, 75])

    def one_epoch(self):
        for x, y in self.loader:
            self.optimizer.zero_grad()
            torch.nn.functional.cross_entropy(self.net(x), y).backward()
            self.optimizer.step()
