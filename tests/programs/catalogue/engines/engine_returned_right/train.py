"""Ignite: who runs the engine is not seen."""
import torch
from ignite.engine import Engine, Events


def build(model):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [4, 8])

    def update(engine, batch):
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()

    trainer = Engine(update)
    trainer.add_event_handler(Events.EPOCH_COMPLETED, lambda engine: scheduler.step())
    return trainer
