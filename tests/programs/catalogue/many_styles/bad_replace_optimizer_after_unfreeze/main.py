import torch


class Finetuner:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.AdamW(net.head.parameters(), lr=1e-3)
        self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=40)

    def unfreeze(self):
        self.net.body.requires_grad_(True)
        self.optimizer = torch.optim.AdamW(self.net.parameters(), lr=1e-4)  # expect: SCH105

    def epoch(self, loader):
        for x in loader:
            self.optimizer.zero_grad()
            self.net(x).mean().backward()
            self.optimizer.step()
        self.scheduler.step()


def main(net, loader):
    ft = Finetuner(net)
    for e in range(40):
        if e == 5:
            ft.unfreeze()
        ft.epoch(loader)
