"""Ignite: one handler for the epoch's end, and a logger that steps as well."""
import torch
from ignite.engine import Engine, Events


class Trainer(Engine):
    def __init__(self, model, optimizer, scheduler):
        super().__init__(self.update)
        self.model, self.optimizer, self.scheduler = model, optimizer, scheduler
        self.add_event_handler(Events.EPOCH_COMPLETED, self.after_epoch)

    def update(self, engine, batch):
        self.optimizer.zero_grad()
        self.model(batch).mean().backward()
        self.optimizer.step()

    def after_epoch(self, engine):
        self.scheduler.step()


def main(model, loader, epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [4, 8])
    trainer = Trainer(model, optimizer, scheduler)

    @trainer.on(Events.EPOCH_COMPLETED | Events.TERMINATE)
    def log(engine):
        print(scheduler.get_last_lr())
        scheduler.step()  # expect: SCH210

    trainer.run(loader, epochs)
