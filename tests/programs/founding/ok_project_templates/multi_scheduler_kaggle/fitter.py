"""Kaggle Fitter: config class with step_scheduler / validation_scheduler flags deciding where to step."""
import torch


class TrainGlobalConfig:
    num_workers = 2
    batch_size = 4
    n_epochs = 30
    lr = 0.0002
    step_scheduler = False
    validation_scheduler = True
    SchedulerClass = torch.optim.lr_scheduler.ReduceLROnPlateau
    scheduler_params = dict(mode="min", factor=0.5, patience=1, threshold=0.0001, min_lr=1e-8)


class Fitter:
    def __init__(self, model, config):
        self.config, self.model, self.epoch = config, model, 0
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=config.lr)
        self.scheduler = config.SchedulerClass(self.optimizer, **config.scheduler_params)

    def fit(self, train_loader, validation_loader):
        for e in range(self.config.n_epochs):
            self.train_one_epoch(train_loader)
            loss = self.validation(validation_loader)
            if self.config.validation_scheduler:
                self.scheduler.step(metrics=loss)
            self.epoch += 1

    def validation(self, loader):
        with torch.no_grad():
            return sum(self.model(x).item() for x in loader)

    def train_one_epoch(self, loader):
        for images in loader:
            self.optimizer.zero_grad()
            self.model(images).backward()
            self.optimizer.step()
            if self.config.step_scheduler:
                self.scheduler.step()

    def load(self, path):
        checkpoint = torch.load(path)
        self.model.load_state_dict(checkpoint["model_state_dict"])
        self.optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
        self.scheduler.load_state_dict(checkpoint["scheduler_state_dict"])
        self.epoch = checkpoint["epoch"] + 1


def main(model, a, b):
    Fitter(model, TrainGlobalConfig).fit(a, b)
