"""Ignite: create_lr_scheduler_with_warmup() takes torch's scheduler; it is attached at ITERATION_STARTED as documented."""
import torch
from ignite.engine import Engine, Events
from ignite.handlers import Checkpoint, DiskSaver, create_lr_scheduler_with_warmup


def main(model, loader, epochs=10):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    decay = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.01, total_iters=epochs * len(loader))

    def update(engine, batch):
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()

    trainer = Engine(update)
    warm = create_lr_scheduler_with_warmup(decay, warmup_start_value=0.0, warmup_duration=100)
    trainer.add_event_handler(Events.ITERATION_STARTED, warm)
    saver = Checkpoint({"model": model, "optimizer": optimizer, "warm": warm}, DiskSaver("out"), n_saved=2)
    trainer.add_event_handler(Events.EPOCH_COMPLETED(every=2), saver)
    trainer.run(loader, max_epochs=epochs)
