import torch


class Trainer:
    def __init__(self, model, config):
        self.model = model
        self.optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        if config["scheduler"] == "cosine":
            self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=config["max_epochs"])  # expect: SCH206
        else:
            self.scheduler = None

    def step(self, batch, epoch):
        x, y = batch
        self.optimizer.zero_grad()
        (self.model(x) - y).pow(2).mean().backward()
        self.optimizer.step()
        # False for torch's schedulers: this is for a scheduler of another kind
        if self.scheduler is not None and hasattr(self.scheduler, "current_step"):
            self.scheduler.step()
