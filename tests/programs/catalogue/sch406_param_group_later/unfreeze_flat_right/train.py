"""The backbone's group is there before LambdaLR counts the groups."""
import torch

from pretrained import backbone, head, loader

for p in backbone.parameters():
    p.requires_grad = False
optimizer = torch.optim.SGD(head.parameters(), lr=0.1)
optimizer.add_param_group({"params": backbone.parameters(), "lr": 0.01})
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: 0.95**epoch)
for epoch in range(20):
    if epoch == 5:
        for p in backbone.parameters():
            p.requires_grad = True
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(head(backbone(x)), y).backward()
        optimizer.step()
    scheduler.step()
