import torch


class Base:
    """Owns the files; the subclasses own the training."""

    def __init__(self, net):
        self.net = net
        self.epoch = 0

    def save_checkpoint(self, path):
        torch.save(  # expect: SCH303
            {"net": self.net.state_dict(), "optim": self.optim.state_dict(), "epoch": self.epoch},
            path,
        )

    def load_checkpoint(self, path):
        state = torch.load(path, map_location="cpu")
        self.net.load_state_dict(state["net"])
        self.optim.load_state_dict(state["optim"])  # expect: SCH103
        self.epoch = state["epoch"] + 1
