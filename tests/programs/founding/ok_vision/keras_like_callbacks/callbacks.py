class Callback:
    def set_trainer(self, trainer):
        self.trainer = trainer

    def on_epoch_end(self, epoch, logs):
        pass

    def on_batch_end(self, batch, logs):
        pass


class LearningRateScheduler(Callback):
    def __init__(self, scheduler, monitor=None):
        self.scheduler, self.monitor = scheduler, monitor

    def on_epoch_end(self, epoch, logs):
        if self.monitor:
            self.scheduler.step(logs[self.monitor])
        else:
            self.scheduler.step()


class BatchScheduler(Callback):
    def __init__(self, scheduler):
        self.scheduler = scheduler

    def on_batch_end(self, batch, logs):
        self.scheduler.step()
