"""print(scheduler.get_last_lr()) in a flat script."""
import torch

from given import dl, net

opt = torch.optim.SGD(net.parameters(), lr=0.1)
sched = torch.optim.lr_scheduler.StepLR(opt, 3)
for epoch in range(9):
    for x, y in dl:
        opt.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        opt.step()
    print(epoch, sched.get_last_lr()[0])
    sched.step()
