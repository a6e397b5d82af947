"""HF Trainer(optimizers=...) and deepspeed.initialize() step what they are given."""
import deepspeed
import torch
from transformers import Trainer, get_linear_schedule_with_warmup


def with_trainer(model, args, dataset):
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    scheduler = get_linear_schedule_with_warmup(optimizer, 100, 1000)
    trainer = Trainer(model=model, args=args, train_dataset=dataset, optimizers=(optimizer, scheduler))
    trainer.train()


def with_deepspeed(model, loader, config):
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / 100))
    engine, optimizer, _, scheduler = deepspeed.initialize(
        model=model, optimizer=optimizer, lr_scheduler=scheduler, config=config
    )
    for batch in loader:
        loss = engine(batch).loss
        engine.backward(loss)
        engine.step()
