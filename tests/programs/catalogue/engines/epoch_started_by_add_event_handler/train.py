"""Ignite: the method that steps the scheduler is added for EPOCH_STARTED; the engine is built in a factory."""
import torch
from ignite.engine import Engine, Events


def make_engine(model, optimizer, loss_fn):
    def process(engine, batch):
        optimizer.zero_grad()
        loss = loss_fn(model(batch[0]), batch[1])
        loss.backward()
        optimizer.step()
        return loss.item()

    return Engine(process)


class Experiment:
    def __init__(self, model, lr):
        self.optimizer = torch.optim.SGD(model.parameters(), lr=lr)
        self.scheduler = torch.optim.lr_scheduler.ExponentialLR(self.optimizer, gamma=0.95)
        self.engine = make_engine(model, self.optimizer, torch.nn.functional.cross_entropy)
        self.engine.add_event_handler(Events.EPOCH_STARTED, self.decay)

    def decay(self, engine):
        self.scheduler.step()  # expect: SCH203

    def fit(self, loader, epochs):
        self.engine.run(loader, max_epochs=epochs)


def main(model, loader):
    Experiment(model, 0.1).fit(loader, 20)
