"""mmcv-like runner: hooks called by name through call_hook(); the LR hook is stepped after each train epoch."""
import torch


class Hook:
    def after_train_iter(self, runner):
        pass

    def after_train_epoch(self, runner):
        pass


class OptimizerHook(Hook):
    def after_train_iter(self, runner):
        runner.optimizer.zero_grad()
        runner.outputs["loss"].backward()
        runner.optimizer.step()


class LrHook(Hook):
    def __init__(self, policy):
        self.policy = policy

    def after_train_epoch(self, runner):
        self.policy.step()


class EpochBasedRunner:
    def __init__(self, model, optimizer, max_epochs):
        self.model, self.optimizer, self._max_epochs = model, optimizer, max_epochs
        self._hooks = []

    def register_hook(self, hook):
        self._hooks.append(hook)

    def call_hook(self, fn_name):
        for hook in self._hooks:
            getattr(hook, fn_name)(self)

    def run(self, loader):
        for _ in range(self._max_epochs):
            for data in loader:
                self.outputs = self.model(data)
                self.call_hook("after_train_iter")
            self.call_hook("after_train_epoch")


def main(model, loader, total_epochs=12):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
    runner = EpochBasedRunner(model, optimizer, total_epochs)
    runner.register_hook(OptimizerHook())
    runner.register_hook(LrHook(torch.optim.lr_scheduler.MultiStepLR(optimizer, [8, 11])))
    runner.run(loader)
