"""Ignite: EPOCH_STARTED, but not in the first epoch; and one that starts with STARTED."""
import torch
from ignite.engine import Events, create_supervised_trainer


def main(model, loader, epochs=12):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    step_lr = torch.optim.lr_scheduler.StepLR(optimizer, step_size=4)
    trainer = create_supervised_trainer(model, optimizer, torch.nn.MSELoss(), device="cpu")

    @trainer.on(Events.EPOCH_STARTED)
    def next_epoch(engine):
        if engine.state.epoch > 1:
            step_lr.step()

    trainer.run(loader, max_epochs=epochs)
