import torch
from a import Root


class Middle(Root):
    scheduler_cls = torch.optim.lr_scheduler.MultiStepLR
    scheduler_args = {"milestones": [30, 60, 80]}

    def epoch_end(self):
        super().epoch_end()
        print("done")
