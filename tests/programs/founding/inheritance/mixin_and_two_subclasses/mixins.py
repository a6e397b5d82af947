import torch


class SchedulerMixin:
    def attach_schedule(self):
        self.schedule = torch.optim.lr_scheduler.CosineAnnealingLR(self.opt, self.horizon())

    def advance(self):
        self.schedule.step()  # expect: SCH202
