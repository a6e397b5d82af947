"""Ignite: the handler of EPOCH_COMPLETED."""
import torch
from ignite.engine import Engine, Events


def run(model, loader, epochs=30):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.3)

    def update(engine, batch):
        model.train()
        optimizer.zero_grad()
        x, y = batch
        loss = torch.nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    trainer = Engine(update)

    @trainer.on(Events.EPOCH_COMPLETED)
    def move_lr(engine):
        lr_scheduler.step()

    trainer.run(loader, max_epochs=epochs)
