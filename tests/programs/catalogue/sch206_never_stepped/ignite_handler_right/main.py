"""Ignite: the scheduler's step is given to the engine, wrapped in LRScheduler or as a lambda."""
import torch
from ignite.engine import Engine, Events
from ignite.handlers.param_scheduler import LRScheduler


def main(model, loader, epochs=30):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    def update(engine, batch):
        x, y = batch
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    trainer = Engine(update)
    wrapped = LRScheduler(torch.optim.lr_scheduler.StepLR(optimizer, step_size=10))
    trainer.add_event_handler(Events.EPOCH_COMPLETED, wrapped)
    trainer.run(loader, max_epochs=epochs)


def by_lambda(model, loader, epochs=30):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)

    def update(engine, batch):
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()

    trainer = Engine(update)
    trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda _: cosine.step())
    trainer.run(loader, max_epochs=epochs)
