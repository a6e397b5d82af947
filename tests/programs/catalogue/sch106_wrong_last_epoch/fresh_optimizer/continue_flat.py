"""Flat script: last_epoch= over an optimizer that was never restored: KeyError initial_lr."""
import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import MultiStepLR

from nets import UNet, batches

net = UNet()
saved = torch.load("unet_040.pt")
net.load_state_dict(saved["net"])
start = saved["epoch"] + 1
optimizer = SGD(net.parameters(), lr=0.01)
scheduler = MultiStepLR(optimizer, milestones=[50, 80], last_epoch=start - 1)  # expect: SCH106
for epoch in range(start, 100):
    for image, mask in batches():
        optimizer.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(net(image), mask).backward()
        optimizer.step()
    scheduler.step()
