import torch


class Checkpointer:
    """Saves and restores what it was given."""

    def __init__(self, model, optimizer=None, scheduler=None, save_dir=""):
        self.model = model
        self.optimizer = optimizer
        self.scheduler = scheduler
        self.save_dir = save_dir

    def save(self, name, **kwargs):
        data = {"model": self.model.state_dict()}
        if self.optimizer is not None:
            data["optimizer"] = self.optimizer.state_dict()
        if self.scheduler is not None:
            data["scheduler"] = self.scheduler.state_dict()
        data.update(kwargs)
        torch.save(data, f"{self.save_dir}/{name}.pth")

    def load(self, f):
        checkpoint = torch.load(f, map_location="cpu")
        self.model.load_state_dict(checkpoint.pop("model"))
        if "optimizer" in checkpoint and self.optimizer:
            self.optimizer.load_state_dict(checkpoint.pop("optimizer"))
        if "scheduler" in checkpoint and self.scheduler:
            self.scheduler.load_state_dict(checkpoint.pop("scheduler"))  # expect: SCH102
        return checkpoint
