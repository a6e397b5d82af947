import torch
from a import Root


class Middle(Root):
    scheduler_cls = torch.optim.lr_scheduler.MultiStepLR
    scheduler_args = {"milestones": [30, 60, 80]}

    def batch_end(self):
        self.sched.step()  # expect: SCH201

    def epoch_end(self):
        print("done")
