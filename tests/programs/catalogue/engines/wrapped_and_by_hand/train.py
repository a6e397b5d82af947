"""Ignite: LRScheduler steps what it wraps, and the process function does as well."""
import torch
from ignite.engine import Engine, Events
from ignite.handlers import LRScheduler


def main(model, loader, epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    poly = torch.optim.lr_scheduler.PolynomialLR(optimizer, total_iters=epochs * len(loader))

    def update(engine, batch):
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
        poly.step()  # expect: SCH210

    trainer = Engine(update)
    trainer.add_event_handler(Events.ITERATION_STARTED, LRScheduler(poly))
    trainer.run(loader, max_epochs=epochs)
