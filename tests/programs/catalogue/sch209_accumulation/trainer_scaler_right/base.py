import torch


class BaseTrainer:
    accumulate = 8

    def __init__(self, net, loader, epochs):
        self.net, self.loader, self.epochs = net, loader, epochs
        self.optimizer = torch.optim.AdamW(net.parameters(), lr=1e-4)
        self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=epochs * (len(loader) // self.accumulate))
        self.scaler = torch.amp.GradScaler("cuda")

    def update(self):
        self.scaler.step(self.optimizer)
        self.scaler.update()
        self.optimizer.zero_grad()
        self.scheduler.step()
