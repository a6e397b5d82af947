import torch


class Checkpointer:
    def __init__(self, **items):
        self.items = dict(items)
        self.meta = {}

    def save(self, path):
        torch.save({"meta": self.meta, **{k: v.state_dict() for k, v in self.items.items()}}, path)

    def load(self, path):
        data = torch.load(path, map_location="cpu")
        self.meta = data.pop("meta")
        for k in list(self.items):
            if k in data:
                self.items[k].load_state_dict(data[k])
        return self.meta
