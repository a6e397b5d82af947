"""fairseq: FairseqLRScheduler subclasses with step(epoch) and step_update(num_updates), restored in fairseq's own order."""
from fairseq.optim.lr_scheduler import LegacyFairseqLRScheduler, register_lr_scheduler


@register_lr_scheduler("half_cosine")
class HalfCosine(LegacyFairseqLRScheduler):
    def step(self, epoch, val_loss=None):
        super().step(epoch, val_loss)
        return self.optimizer.get_lr()

    def step_update(self, num_updates):
        self.optimizer.set_lr(self.args.lr[0] / max(1, num_updates))
        return self.optimizer.get_lr()


class Trainer:
    def load_checkpoint(self, state):
        self.lr_scheduler.load_state_dict(state["lr_scheduler_state"])
        self.optimizer.load_state_dict(state["last_optimizer_state"])
