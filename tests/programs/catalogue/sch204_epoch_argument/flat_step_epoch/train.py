"""step(epoch) at the end of the epoch on StepLR."""
import torch
from torch.optim.lr_scheduler import StepLR

from stuff import dl, net

optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scheduler = StepLR(optimizer, 15, gamma=0.3)
for epoch in range(45):
    for x, y in dl:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    scheduler.step(epoch)  # expect: SCH204
