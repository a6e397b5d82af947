"""Ignite: handlers step the schedulers on events, per iteration and per epoch."""
import torch
from ignite.engine import Events, create_supervised_trainer
from ignite.handlers import Checkpoint, DiskSaver, global_step_from_engine


def main(model, loader, num_epochs=30):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=num_epochs // 3)
    trainer = create_supervised_trainer(model, optimizer, torch.nn.CrossEntropyLoss())

    @trainer.on(Events.EPOCH_COMPLETED)
    def _step(engine):
        lr_scheduler.step()

    warm = torch.optim.SGD(model.parameters(), lr=0.1)
    burn = torch.optim.lr_scheduler.LinearLR(warm, 0.1, total_iters=len(loader))
    trainer.add_event_handler(Events.ITERATION_COMPLETED, lambda engine: burn.step())
    to_save = {"model": model, "optimizer": optimizer, "lr_scheduler": lr_scheduler}
    saver = Checkpoint(to_save, DiskSaver("ck"), global_step_transform=global_step_from_engine(trainer))
    trainer.add_event_handler(Events.EPOCH_COMPLETED, saver)
    trainer.run(loader, max_epochs=num_epochs)
