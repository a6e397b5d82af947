"""A stand-in for DeepSpeed: its engine steps the optimizer, and the scheduler that it was given."""


class DeepSpeedEngine:
    def __init__(self, module, optimizer, lr_scheduler):
        self.module, self.optimizer, self.lr_scheduler = module, optimizer, lr_scheduler

    def __call__(self, *inputs):
        return self.module(*inputs)

    def backward(self, loss):
        loss.backward()

    def step(self):
        self.optimizer.step()
        self.optimizer.zero_grad()
        if self.lr_scheduler is not None:
            self.lr_scheduler.step()


def initialize(args=None, model=None, optimizer=None, lr_scheduler=None, config=None):
    return DeepSpeedEngine(model, optimizer, lr_scheduler), optimizer, None, lr_scheduler
