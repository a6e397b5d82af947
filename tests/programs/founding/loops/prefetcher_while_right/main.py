"""apex/DALI prefetcher; the schedule moves after the while loop: silent."""
import torch


class Prefetcher:
    def __init__(self, loader):
        self.loader = iter(loader)

    def next(self):
        try:
            return next(self.loader)
        except StopIteration:
            return None, None


def train(loader, model, optimizer, scheduler):
    prefetcher = Prefetcher(loader)
    images, target = prefetcher.next()
    while images is not None:
        loss = torch.nn.functional.cross_entropy(model(images), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        images, target = prefetcher.next()
    scheduler.step()


def main(model, loader, epochs=90):
    optimizer = torch.optim.SGD(model.parameters(), 0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [30, 60])
    for epoch in range(epochs):
        train(loader, model, optimizer, scheduler)
