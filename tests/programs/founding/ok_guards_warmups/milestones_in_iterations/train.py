from torch.optim import SGD
from torch.optim.lr_scheduler import MultiStepLR

from data import loader, model

optimizer = SGD(model.parameters(), lr=0.1)
scheduler = MultiStepLR(optimizer, milestones=[30000, 60000])
for epoch in range(120):
    for batch in loader:
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
    scheduler.step()  # expect: SCH202
