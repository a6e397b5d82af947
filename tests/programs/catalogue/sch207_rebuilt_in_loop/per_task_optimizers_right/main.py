"""One optimizer and one scheduler per model, built in a loop that trains nothing."""
import torch


class Ensemble:
    def __init__(self, nets):
        self.members = []
        for net in nets:
            optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
            self.members.append((net, optimizer, torch.optim.lr_scheduler.StepLR(optimizer, 30)))

    def fit(self, loader, epochs=90):
        for _ in range(epochs):
            for x, y in loader:
                for net, optimizer, _ in self.members:
                    optimizer.zero_grad()
                    torch.nn.functional.cross_entropy(net(x), y).backward()
                    optimizer.step()
            for _, _, scheduler in self.members:
                scheduler.step()


def main(nets, loader):
    Ensemble(nets).fit(loader)
