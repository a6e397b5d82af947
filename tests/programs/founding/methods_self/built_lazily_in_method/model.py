"""A setup() method builds the warm restarts after load(); both are methods of one object, called from a script."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


class Segmenter:
    def __init__(self, width):
        self.net = torch.nn.Conv2d(3, width, 3)
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=1e-3)
        self.sched = None
        self.saved = {}

    def load(self, path):
        self.saved = torch.load(path)
        self.net.load_state_dict(self.saved["net"])
        self.optimizer.load_state_dict(self.saved["optimizer"])
        return self.saved["epoch"]

    def setup(self):
        self.sched = CosineAnnealingWarmRestarts(self.optimizer, T_0=10)  # expect: SCH104
        if self.saved:
            self.sched.load_state_dict(self.saved["sched"])

    def learn(self, batch):
        self.optimizer.zero_grad()
        loss = self.net(batch).mean()
        loss.backward()
        self.optimizer.step()
