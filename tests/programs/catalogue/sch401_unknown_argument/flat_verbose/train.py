"""verbose=True on a project without any pinned torch: TypeError since 2.7."""
import torch
from torch.optim import lr_scheduler

from things import dl, net

optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scheduler = lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.1, verbose=True)  # expect: SCH401
for _ in range(30):
    for x, y in dl:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    scheduler.step()
