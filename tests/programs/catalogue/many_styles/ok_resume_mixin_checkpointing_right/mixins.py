import torch


class Checkpointing:
    saved = ("model", "optimizer", "scheduler")

    def state_dict(self):
        return {name: getattr(self, name).state_dict() for name in self.saved}

    def load_state_dict(self, state):
        for name in self.saved:
            getattr(self, name).load_state_dict(state[name])

    def dump(self, path):
        torch.save(self.state_dict(), path)

    def restore(self, path):
        self.load_state_dict(torch.load(path))
