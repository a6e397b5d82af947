"""A Trainer keeps its parts on self; resume() restores in the wrong order."""
import logging
import os

import torch
from torch import nn, optim

log = logging.getLogger(__name__)


class Trainer:
    def __init__(self, model: nn.Module, train_loader, val_loader, config: dict):
        self.model = model
        self.train_loader = train_loader
        self.val_loader = val_loader
        self.epochs = config["epochs"]
        self.start_epoch = 0
        self.opt = optim.AdamW(model.parameters(), lr=config["lr"])
        self.lr_policy = optim.lr_scheduler.CosineAnnealingLR(self.opt, T_max=self.epochs)
        if config.get("resume"):
            self._resume(config["resume"])

    def _resume(self, path):
        if not os.path.exists(path):
            log.warning("nothing at %s", path)
            return
        ckpt = torch.load(path, map_location="cpu")
        self.model.load_state_dict(ckpt["model"])
        self.lr_policy.load_state_dict(ckpt["lr_policy"])  # expect: SCH101
        self.opt.load_state_dict(ckpt["opt"])
        self.start_epoch = ckpt["epoch"] + 1

    def _epoch(self):
        self.model.train()
        for x, y in self.train_loader:
            self.opt.zero_grad()
            nn.functional.cross_entropy(self.model(x), y).backward()
            self.opt.step()

    def fit(self):
        for epoch in range(self.start_epoch, self.epochs):
            self._epoch()
            self.lr_policy.step()
            self.save(epoch)

    def save(self, epoch):
        torch.save(
            {"model": self.model.state_dict(), "opt": self.opt.state_dict(),
             "lr_policy": self.lr_policy.state_dict(), "epoch": epoch},
            f"epoch{epoch:03d}.pt",
        )
