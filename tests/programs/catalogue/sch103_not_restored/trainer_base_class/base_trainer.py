import torch


class BaseTrainer:
    def __init__(self, model, config):
        self.model = model
        self.config = config
        self.start_epoch = 1
        self.optimizer = self.build_optimizer()
        self.lr_scheduler = self.build_scheduler()
        if config.get("resume"):
            self._resume_checkpoint(config["resume"])

    def build_optimizer(self):
        raise NotImplementedError

    def build_scheduler(self):
        raise NotImplementedError

    def _train_epoch(self, epoch):
        raise NotImplementedError

    def train(self):
        for epoch in range(self.start_epoch, self.config["epochs"] + 1):
            self._train_epoch(epoch)

    def _resume_checkpoint(self, path):
        checkpoint = torch.load(path)
        self.start_epoch = checkpoint["epoch"] + 1
        self.model.load_state_dict(checkpoint["state_dict"])
        self.optimizer.load_state_dict(checkpoint["optimizer"])  # expect: SCH103
