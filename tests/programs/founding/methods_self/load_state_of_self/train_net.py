"""A Checkpointer object is created without the optimizer, so only the scheduler comes back."""
import torch
from checkpointing import Checkpointer


def do_train(model, loader, weights, total=90000):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[60000, 80000])
    checkpointer = Checkpointer(model, scheduler=scheduler, save_dir="out")
    extra = checkpointer.load(weights)
    for iteration, batch in enumerate(loader, extra.get("iteration", 0)):
        losses = sum(model(batch).values())
        optimizer.zero_grad()
        losses.backward()
        optimizer.step()
        scheduler.step()
        if iteration % 5000 == 0:
            checkpointer.save(f"model_{iteration:07d}", iteration=iteration)
