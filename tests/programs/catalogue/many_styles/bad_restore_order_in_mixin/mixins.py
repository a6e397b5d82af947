import torch


class Resumable:
    def resume(self, path):
        blob = torch.load(path, map_location="cpu")
        self.model.load_state_dict(blob["model"])
        for name in ("scheduler", "optimizer"):
            getattr(self, name).load_state_dict(blob[name])  # expect: SCH101
        return blob["epoch"] + 1
