"""The trainer steps any schedule; this one watches nothing."""
import torch
from trainer import Trainer


def run(model, loader, epochs=30):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    Trainer(model, optimizer, {"scheduler": scheduler, "monitor": None}).fit(loader, epochs)
