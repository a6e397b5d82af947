"""Flat: a line pasted twice around the validation."""
import torch

from defs import net, train_dl, val_dl

opt = torch.optim.SGD(net.parameters(), lr=0.1)
sched = torch.optim.lr_scheduler.MultiStepLR(opt, [40, 70], gamma=0.1)
for epoch in range(100):
    for x, y in train_dl:
        opt.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
    sched.step()
    with torch.no_grad():
        hits = sum((net(x).argmax(1) == y).sum().item() for x, y in val_dl)
    print(epoch, hits)
    sched.step()  # expect: SCH210
