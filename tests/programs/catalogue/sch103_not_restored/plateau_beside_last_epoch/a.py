import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ReduceLROnPlateau


class Trainer:
    def __init__(self, params, model, loader):
        self.params = params
        self.model = model
        self.loader = loader
        self.optimizer = torch.optim.Adam(model.parameters(), lr=params.lr)
        self.start = 0
        if params.resuming:
            self.restore(params.path)
        if params.kind == "plateau":
            self.scheduler = ReduceLROnPlateau(self.optimizer, factor=0.2, patience=5)
        elif params.kind == "cosine":
            self.scheduler = CosineAnnealingLR(self.optimizer, T_max=params.epochs, last_epoch=self.start - 1)
        else:
            self.scheduler = None

    def train(self):
        for epoch in range(self.start, self.params.epochs):
            loss = 0.0
            for batch in self.loader:
                self.optimizer.zero_grad()
                loss = self.model(batch).mean()
                loss.backward()
                self.optimizer.step()
            if self.params.kind == "plateau":
                self.scheduler.step(loss)
            elif self.params.kind == "cosine":
                self.scheduler.step()
            self.save(epoch + 1)

    def save(self, epoch):
        torch.save({"epoch": epoch, "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}, self.params.path)  # expect: SCH303

    def restore(self, path):
        checkpoint = torch.load(path)
        self.model.load_state_dict(checkpoint["model"])
        self.start = checkpoint["epoch"]
        if self.params.resuming:
            self.optimizer.load_state_dict(checkpoint["optimizer"])  # expect: SCH103
