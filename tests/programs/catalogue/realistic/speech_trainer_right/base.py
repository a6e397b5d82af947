import os

import torch


class BaseTrainer:
    def __init__(self, cfg, net, loader):
        self.cfg, self.net, self.loader = cfg, net, loader
        self.optimizer = torch.optim.AdamW(net.parameters(), lr=cfg.lr)
        self.scheduler = self.build_scheduler()
        self.start = 0
        if cfg.resume:
            self.resume(cfg.resume)

    def build_scheduler(self):
        raise NotImplementedError

    def resume(self, path):
        state = torch.load(path, map_location="cpu")
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.scheduler.load_state_dict(state["scheduler"])
        self.start = state["epoch"] + 1

    def save(self, epoch):
        state = {"net": self.net.state_dict(), "scheduler": self.scheduler.state_dict(), "epoch": epoch}
        state["optimizer"] = self.optimizer.state_dict()
        torch.save(state, os.path.join(self.cfg.out, "last.pt"))
