import torch
from torch.nn.utils import clip_grad_norm_


class Trainer:
    def __init__(self, args, model, criterion, optimizer, scheduler):
        if args.fp16:
            try:
                from apex import amp
            except ImportError:
                raise ImportError("please install apex")
            model, optimizer = amp.initialize(model, optimizer, opt_level="O1")
        self.args = args
        self.model = model
        self.criterion = criterion
        self.optimizer = optimizer
        self.scheduler = scheduler

    def train_epoch(self, loader):
        accumulate = self.args.accumulate
        for step, (x, y) in enumerate(loader):
            loss = self.criterion(self.model(x), y) / accumulate
            if self.args.fp16:
                with amp.scale_loss(loss, self.optimizer) as scaled_loss:
                    scaled_loss.backward()
                clip_grad_norm_(amp.master_params(self.optimizer), 1.0)
            else:
                loss.backward()
                clip_grad_norm_(self.model.parameters(), 1.0)
            if (step + 1) % accumulate == 0:
                self.scheduler.step()  # expect: SCH203
                self.optimizer.step()
                self.optimizer.zero_grad()

    def train(self, loader):
        for epoch in range(self.args.epochs):
            self.train_epoch(loader)
            torch.save(self.model.state_dict(), f"epoch_{epoch}.pt")
