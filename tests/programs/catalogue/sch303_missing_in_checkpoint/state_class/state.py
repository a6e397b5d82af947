import torch
class State:
    """What a checkpoint holds."""
    def __init__(self, **parts):
        self.parts = parts
    def save(self, path, epoch):
        blob = {"epoch": epoch}
        for name in self.parts:
            if name != "scheduler":
                blob[name] = self.parts[name].state_dict()
        torch.save(blob, path)
    def load(self, path):
        blob = torch.load(path)
        for name, part in self.parts.items():
            if name in blob:
                part.load_state_dict(blob[name])  # expect: SCH303
        return blob["epoch"]
