from enum import Enum, auto
from types import SimpleNamespace


class Events(Enum):
    STARTED = auto()
    EPOCH_STARTED = auto()
    ITERATION_STARTED = auto()
    ITERATION_COMPLETED = auto()
    EPOCH_COMPLETED = auto()
    COMPLETED = auto()


class Engine:
    def __init__(self, process_function):
        self._process_function = process_function
        self._handlers = {event: [] for event in Events}
        self.state = SimpleNamespace(epoch=0, iteration=0, output=None, metrics={})

    def add_event_handler(self, event_name, handler, *args):
        self._handlers[event_name].append((handler, args))

    def on(self, event_name, *args):
        def decorator(handler):
            self.add_event_handler(event_name, handler, *args)
            return handler

        return decorator

    def _fire(self, event_name):
        for handler, args in self._handlers[event_name]:
            handler(self, *args)

    def run(self, data, max_epochs=1):
        self._fire(Events.STARTED)
        while self.state.epoch < max_epochs:
            self.state.epoch += 1
            self._fire(Events.EPOCH_STARTED)
            for batch in data:
                self.state.iteration += 1
                self._fire(Events.ITERATION_STARTED)
                self.state.output = self._process_function(self, batch)
                self._fire(Events.ITERATION_COMPLETED)
            self._fire(Events.EPOCH_COMPLETED)
        self._fire(Events.COMPLETED)
        return self.state


def create_supervised_trainer(model, optimizer, loss_fn):
    def update(engine, batch):
        x, y = batch
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    return Engine(update)
