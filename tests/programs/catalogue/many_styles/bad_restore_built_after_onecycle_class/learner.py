import torch


class Learner:
    def __init__(self, net, loader, ckpt=None):
        self.net, self.loader = net, loader
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
        self.blob = torch.load(ckpt) if ckpt else None
        if self.blob:
            self.net.load_state_dict(self.blob["net"])
            self.optimizer.load_state_dict(self.blob["optimizer"])

    def fit(self, epochs):
        sched = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, 0.4, total_steps=epochs * len(self.loader))  # expect: SCH104
        if self.blob:
            sched.load_state_dict(self.blob["sched"])
        for _ in range(epochs):
            for x in self.loader:
                self.optimizer.zero_grad()
                self.net(x).mean().backward()
                self.optimizer.step()
                sched.step()
