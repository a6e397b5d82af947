"""The scheduler is a left-over; the learning rate is set by hand every epoch."""
import torch


def adjust(optimizer, epoch):
    lr = 0.1 * (0.1 ** (epoch // 30))
    for group in optimizer.param_groups:
        group["lr"] = lr


def one_epoch(loader, model, optimizer):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()


def main(model, loader):
    optimizer = torch.optim.SGD(model.parameters(), 0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[60, 120], gamma=0.2)  # expect: SCH206
    for epoch in range(200):
        one_epoch(loader, model, optimizer)
        adjust(optimizer, epoch)
        # scheduler.step()
