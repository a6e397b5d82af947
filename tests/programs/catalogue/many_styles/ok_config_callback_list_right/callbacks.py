class Callback:
    def on_epoch_end(self, trainer): ...
    def on_batch_end(self, trainer): ...


class Schedule(Callback):
    def __init__(self, scheduler, per_batch=False):
        self.scheduler, self.per_batch = scheduler, per_batch

    def on_batch_end(self, trainer):
        if self.per_batch:
            self.scheduler.step()

    def on_epoch_end(self, trainer):
        if not self.per_batch:
            self.scheduler.step()
