"""Ignite: the schedule counts batches, the handler comes after every epoch."""
import torch
from ignite.engine import Engine, Events


def main(model, loader, max_epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    one_cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.1, epochs=max_epochs, steps_per_epoch=len(loader))

    def update(engine, batch):
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()

    trainer = Engine(update)

    @trainer.on(Events.EPOCH_COMPLETED)
    def after_epoch():
        one_cycle.step()  # expect: SCH202

    trainer.run(loader, max_epochs=max_epochs)
