"""Ignite: the handlers only log; nothing steps the scheduler."""
import torch
from ignite.contrib.handlers import ProgressBar
from ignite.engine import Events, create_supervised_trainer


def main(model, loader, epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [4, 8])  # expect: SCH206
    trainer = create_supervised_trainer(model, optimizer, torch.nn.CrossEntropyLoss())
    ProgressBar().attach(trainer)

    @trainer.on(Events.EPOCH_COMPLETED)
    def log(engine):
        print(scheduler.get_last_lr())

    trainer.run(loader, max_epochs=epochs)
