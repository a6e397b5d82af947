"""A detector toolbox: LrHook() moves milestones per epoch: silent."""
import torch
from engine import CheckpointHook, EvalHook, LrHook, Runner


def main(model, loader, max_epochs=12):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02, momentum=0.9, weight_decay=1e-4)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[8, 11], gamma=0.1)
    hooks = [LrHook(), EvalHook(), CheckpointHook()]
    Runner(model, optimizer, scheduler, loader, max_epochs, hooks).run()
