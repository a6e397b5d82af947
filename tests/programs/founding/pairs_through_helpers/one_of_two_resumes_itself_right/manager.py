import os

import torch


class Manager:
    def __init__(self, folder, prefix):
        self.last = os.path.join(folder, prefix + "_last.pt")

    def update(self, epoch, model, optimizer, scheduler):
        torch.save({"epoch": epoch, "model": model.state_dict(), "optimizer": optimizer.state_dict(),
                    "scheduler": scheduler.state_dict()}, self.last)

    def resume(self, path, model, optimizer=None, scheduler=None):
        state = torch.load(path)
        model.load_state_dict(state["model"])
        if optimizer and "optimizer" in state:
            optimizer.load_state_dict(state["optimizer"])
        if scheduler and "scheduler" in state:
            scheduler.load_state_dict(state["scheduler"])
        return state["epoch"] + 1
