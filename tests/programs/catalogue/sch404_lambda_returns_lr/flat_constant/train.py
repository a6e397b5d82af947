"""The lambda multiplies by LR, which is the optimizer's lr: trained with LR squared."""
import torch

from materials import dl, net

LR = 0.01
optimizer = torch.optim.SGD(net.parameters(), lr=LR)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda epoch: LR * 0.95**epoch)  # expect: SCH404
for epoch in range(40):
    for x, y in dl:
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        optimizer.step()
    scheduler.step()
