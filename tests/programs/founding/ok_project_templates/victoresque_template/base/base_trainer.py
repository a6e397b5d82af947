from abc import abstractmethod

import torch


class BaseTrainer:
    def __init__(self, model, criterion, optimizer, config):
        self.config = config
        self.model, self.criterion, self.optimizer = model, criterion, optimizer
        self.epochs = config["trainer"]["epochs"]
        self.start_epoch = 1
        if config.resume is not None:
            self._resume_checkpoint(config.resume)

    @abstractmethod
    def _train_epoch(self, epoch):
        raise NotImplementedError

    def train(self):
        for epoch in range(self.start_epoch, self.epochs + 1):
            self._train_epoch(epoch)
            self._save_checkpoint(epoch)

    def _save_checkpoint(self, epoch):
        state = {"epoch": epoch, "state_dict": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}
        torch.save(state, str(self.config.save_dir / "checkpoint-epoch{}.pth".format(epoch)))

    def _resume_checkpoint(self, resume_path):
        checkpoint = torch.load(str(resume_path))
        self.start_epoch = checkpoint["epoch"] + 1
        self.model.load_state_dict(checkpoint["state_dict"])
        self.optimizer.load_state_dict(checkpoint["optimizer"])
