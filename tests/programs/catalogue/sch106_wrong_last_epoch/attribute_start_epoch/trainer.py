import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
class Trainer:
    def __init__(self, model, loader, resume=None, epochs=100):
        self.model, self.loader, self.epochs = model, loader, epochs
        self.start_epoch = 0
        self.optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        if resume:
            ckpt = torch.load(resume)
            self.model.load_state_dict(ckpt["model"])
            self.optimizer.load_state_dict(ckpt["optimizer"])
            self.start_epoch = ckpt["epoch"] + 1
        self.scheduler = CosineAnnealingLR(self.optimizer, T_max=epochs, last_epoch=self.start_epoch if resume else -1)  # expect: SCH106
    def fit(self):
        for self.epoch in range(self.start_epoch, self.epochs):
            for x, y in self.loader:
                self.optimizer.zero_grad()
                self.model(x, y).backward()
                self.optimizer.step()
            self.scheduler.step()
            torch.save({"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "epoch": self.epoch}, "x.pt")
