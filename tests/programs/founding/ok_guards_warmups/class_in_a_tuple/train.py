from torch.optim import SGD
from torch.optim.lr_scheduler import CyclicLR, MultiStepLR, OneCycleLR, StepLR

from data import kind, loader, model

optimizer = SGD(model.parameters(), lr=0.1)
if kind == "cyclic":
    scheduler = CyclicLR(optimizer, 0.01, 0.1)
elif kind == "steps":
    scheduler = MultiStepLR(optimizer, milestones=[30, 60])
elif kind == "one":
    scheduler = OneCycleLR(optimizer, 0.1, total_steps=90 * len(loader))
else:
    scheduler = StepLR(optimizer, step_size=30)
for epoch in range(90):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
        if isinstance(scheduler, (CyclicLR, OneCycleLR)):
            scheduler.step()
    if not (isinstance(scheduler, (CyclicLR, OneCycleLR))):
        scheduler.step()
