"""Ignite: the process function updates and steps every fourth iteration; another handler steps a second scheduler."""
import torch
from ignite.engine import Engine, Events

ACCUMULATE = 4


def main(model, loader, head, epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    other = torch.optim.SGD(head.parameters(), lr=0.01)
    decay = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.1, total_iters=epochs * len(loader) // ACCUMULATE)
    stairs = torch.optim.lr_scheduler.StepLR(other, 3)

    def update(engine, batch):
        (head(model(batch)).mean() / ACCUMULATE).backward()
        if engine.state.iteration % ACCUMULATE == 0:
            optimizer.step()
            other.step()
            optimizer.zero_grad()
            other.zero_grad()
            decay.step()

    trainer = Engine(update)

    @trainer.on(Events.EPOCH_COMPLETED)
    def after_epoch(engine):
        stairs.step()

    trainer.run(loader, max_epochs=epochs)
