import torch


class Trainer:
    def __init__(self, net, epochs):
        self.net, self.epochs = net, epochs
        self.optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
        self.scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, epochs // 3)  # expect: SCH206

    def train(self, loader):
        for _ in range(self.epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).mean().backward()
                self.optimizer.step()
            print(self.scheduler.get_last_lr())
