"""Ignite project: the update function steps the scheduler, the handler only logs it."""
import torch
from engines import make_trainer
from ignite.engine import Events


def main(model, loader, epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs * len(loader))
    trainer = make_trainer(model, optimizer, scheduler)

    @trainer.on(Events.ITERATION_COMPLETED)
    def advance(engine):
        print(scheduler.get_last_lr())

    trainer.run(loader, max_epochs=epochs)
