"""torchvision's detection reference: a warm-up scheduler is built in epoch 0 only."""
import torch


def train_one_epoch(model, optimizer, data_loader, epoch):
    lr_scheduler = None
    if epoch == 0:
        warmup_iters = min(1000, len(data_loader) - 1)
        lr_scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=1.0 / 1000, total_iters=warmup_iters)
    for images, targets in data_loader:
        losses = sum(model(images, targets).values())
        optimizer.zero_grad()
        losses.backward()
        optimizer.step()
        if lr_scheduler is not None:
            lr_scheduler.step()


def main(model, data_loader, epochs=26):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02, momentum=0.9)
    lr_scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[16, 22], gamma=0.1)
    for epoch in range(epochs):
        train_one_epoch(model, optimizer, data_loader, epoch)
        lr_scheduler.step()
