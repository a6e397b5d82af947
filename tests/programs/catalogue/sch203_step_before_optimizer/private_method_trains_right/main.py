"""Nobody in sight makes the Trainer; its fit() steps the schedule after the method that trains."""
import torch


class Trainer:
    def __init__(self, net, loader, epochs=60):
        self.net, self.loader, self.epochs = net, loader, epochs
        self.opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
        self.sched = torch.optim.lr_scheduler.CosineAnnealingLR(self.opt, T_max=epochs)

    def _epoch(self):
        for x in self.loader:
            self.opt.zero_grad()
            self.net(x).mean().backward()
            self.opt.step()

    def fit(self):
        for _ in range(self.epochs):
            self._epoch()
            self.sched.step()
