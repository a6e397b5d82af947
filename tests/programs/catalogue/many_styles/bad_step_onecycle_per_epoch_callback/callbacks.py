class SchedulerCallback:
    def __init__(self, scheduler):
        self.scheduler = scheduler

    def on_epoch_end(self, epoch):
        self.scheduler.step()  # expect: SCH202
