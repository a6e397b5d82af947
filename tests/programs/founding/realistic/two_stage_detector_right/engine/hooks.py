import torch


class HookBase:
    def before_run(self, runner):
        pass

    def after_iter(self, runner):
        pass

    def after_epoch(self, runner):
        pass


class LrHook(HookBase):
    def __init__(self, by_epoch=True):
        self.by_epoch = by_epoch

    def after_iter(self, runner):
        if not self.by_epoch:
            runner.scheduler.step()

    def after_epoch(self, runner):
        if self.by_epoch:
            runner.scheduler.step()


class EvalHook(HookBase):
    def after_epoch(self, runner):
        runner.model.eval()


class CheckpointHook(HookBase):
    def after_epoch(self, runner):
        parts = {"model": runner.model, "optimizer": runner.optimizer, "scheduler": runner.scheduler}
        torch.save({k: v.state_dict() for k, v in parts.items()}, f"epoch_{runner.epoch}.pth")
