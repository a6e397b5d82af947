import torch


class BaseTrainer:
    def __init__(self, cfg, net):
        self.cfg, self.net = cfg, net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=cfg["lr"])
        self.done = 0
        if cfg.get("checkpoint"):
            self.restore(cfg["checkpoint"])
        self.scheduler = self.make_scheduler()

    def restore(self, path):
        blob = torch.load(path)
        self.net.load_state_dict(blob["net"])
        self.optimizer.load_state_dict(blob["optimizer"])
        self.done = blob["done"]

    def make_scheduler(self):
        raise NotImplementedError

    def run(self, loader):
        for epoch in range(self.done, self.cfg["epochs"]):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).mean().backward()
                self.optimizer.step()
            self.scheduler.step()
            self.save(epoch)

    def save(self, epoch):
        blob = {"net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(), "done": epoch + 1}
        torch.save(blob, f"{self.cfg['out']}/{epoch}.pt")
