"""The class is looked up by name; no class of torch.optim.lr_scheduler takes verbose any more."""
import torch


class Model:
    def __init__(self, args):
        self.name = args.scheduler
        self.scheduler_class = getattr(torch.optim.lr_scheduler, self.name)

    def build(self, optimizer):
        if self.name == "ReduceLROnPlateau":
            return self.scheduler_class(optimizer, mode="min", factor=0.5, patience=3, verbose=True)  # expect: SCH401
        return self.scheduler_class(optimizer)
