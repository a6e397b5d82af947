"""Ignite: the evaluator runs inside the trainer's EPOCH_COMPLETED; its COMPLETED handler steps the plateau."""
import torch
from ignite.engine import Events, create_supervised_evaluator, create_supervised_trainer
from ignite.metrics import Loss


def main(model, train_loader, val_loader, epochs=30):
    criterion = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=3)
    trainer = create_supervised_trainer(model, optimizer, criterion)
    evaluator = create_supervised_evaluator(model, metrics={"nll": Loss(criterion)})

    @trainer.on(Events.EPOCH_COMPLETED)
    def validate(engine):
        evaluator.run(val_loader)

    @evaluator.on(Events.COMPLETED)
    def reduce(engine):
        plateau.step(engine.state.metrics["nll"])

    trainer.run(train_loader, max_epochs=epochs)
