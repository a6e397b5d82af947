"""The HF Trainer steps the scheduler it was given; a callback does it again."""
import torch
from transformers import Trainer, TrainerCallback, get_linear_schedule_with_warmup


class StepScheduler(TrainerCallback):
    def __init__(self, scheduler):
        self.scheduler = scheduler

    def on_step_end(self, args, state, control, **kwargs):
        self.scheduler.step()  # expect: SCH210


def main(model, args, data):
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    scheduler = get_linear_schedule_with_warmup(optimizer, 100, 1000)
    trainer = Trainer(model=model, args=args, train_dataset=data, optimizers=(optimizer, scheduler), callbacks=[StepScheduler(scheduler)])
    trainer.train()
