"""Progressive unfreezing: every stage has its own optimizer and its own cycle."""
import torch
from stage import train_stage


def main(net, loader):
    for stage, (layers, epochs) in enumerate([(1, 2), (3, 4), (99, 8)]):
        for p in net.parameters():
            p.requires_grad = False
        for child in list(net.children())[-layers:]:
            child.requires_grad_(True)
        params = [p for p in net.parameters() if p.requires_grad]
        optimizer = torch.optim.AdamW(params, lr=1e-3 / (stage + 1))
        scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2 / (stage + 1), epochs=epochs, steps_per_epoch=len(loader))
        train_stage(net, loader, optimizer, scheduler, epochs)
