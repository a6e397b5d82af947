"""Ignite: ITERATION_COMPLETED every len(loader) iterations is once an epoch."""
import torch
from ignite.engine import Engine, Events


def main(model, loader, num_epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, num_epochs)

    def update(engine, batch):
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()

    trainer = Engine(update)

    @trainer.on(Events.ITERATION_COMPLETED(every=len(loader)))
    def decay(engine):
        scheduler.step()

    trainer.run(loader, max_epochs=num_epochs)
