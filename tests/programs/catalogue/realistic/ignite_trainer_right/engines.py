import torch
from ignite.engine import Engine


def make_trainer(model, optimizer, scheduler):
    def update(engine, batch):
        model.train()
        x, y = batch
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        scheduler.step()
        return loss.item()

    return Engine(update)
