"""Ignite: T_max counts epochs, the handler comes after every iteration."""
import torch
from ignite.engine import Events, create_supervised_trainer


def main(model, loader, num_epochs=40):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=num_epochs)
    trainer = create_supervised_trainer(model, optimizer, torch.nn.CrossEntropyLoss())
    trainer.add_event_handler(Events.ITERATION_COMPLETED, lambda engine: cosine.step())  # expect: SCH201
    trainer.run(loader, max_epochs=num_epochs)
