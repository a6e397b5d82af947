"""Relative imports over two levels; the helper restores in the wrong order."""
import torch

from . import nets
from .utils import io as ckpt_io


def main(args, data_loader):
    model = nets.build()
    params = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.SGD(params, lr=0.005, momentum=0.9, weight_decay=0.0005)
    lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=3, gamma=0.1)
    start = ckpt_io.load_all(args.resume, model, optimizer, lr_scheduler) if args.resume else 0
    for epoch in range(start, 10):
        for images, targets in data_loader:
            losses = sum(model(images, targets).values())
            optimizer.zero_grad()
            losses.backward()
            optimizer.step()
        lr_scheduler.step()
