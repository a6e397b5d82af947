import torch
from torch.optim.lr_scheduler import LambdaLR
from transformers import Trainer


class MyTrainer(Trainer):
    def create_optimizer(self):
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=self.args.learning_rate)
        return self.optimizer

    def create_scheduler(self, num_training_steps, optimizer=None):
        if self.lr_scheduler is None:
            warm = self.args.get_warmup_steps(num_training_steps)
            self.lr_scheduler = LambdaLR(optimizer or self.optimizer, lambda s: min(1.0, s / max(1, warm)))
        return self.lr_scheduler
