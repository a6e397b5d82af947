import os

import torch


class CheckpointManager:
    def __init__(self, folder, name="state.pt"):
        self.file = os.path.join(folder, name)

    def save(self, **parts):
        torch.save({k: p.state_dict() for k, p in parts.items()}, self.file)

    def restore(self, **parts):
        saved = torch.load(self.file)
        for key, part in parts.items():
            part.load_state_dict(saved[key])
        return saved
