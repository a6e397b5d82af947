"""A trial leaves no trace: what it began with is written to a file and read back."""

import tempfile

import torch


def look_ahead(optimizer, scheduler, steps):
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/before.pt"
        torch.save({"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}, path)
        rates = []
        for _ in range(steps):
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            scheduler.step()
        before = torch.load(path)
        scheduler.load_state_dict(before["scheduler"])
        optimizer.load_state_dict(before["optimizer"])
    return rates


model = torch.nn.Linear(2, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
print(look_ahead(optimizer, scheduler, 5))
