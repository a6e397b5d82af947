from abc import ABC, abstractmethod

from schedules import get_scheduler


class BaseModel(ABC):
    def __init__(self, opt):
        self.opt = opt
        self.optimizers = []
        self.metric = 0

    def setup(self, opt):
        self.schedulers = [get_scheduler(optimizer, opt) for optimizer in self.optimizers]

    @abstractmethod
    def optimize_parameters(self):
        pass

    def update_learning_rate(self):
        for scheduler in self.schedulers:
            if self.opt.lr_policy == "plateau":
                scheduler.step(self.metric)
            else:
                scheduler.step()
