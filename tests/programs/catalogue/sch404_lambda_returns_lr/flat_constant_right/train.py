"""The optimizer's lr is 1, the lambda returns the rate itself."""
import torch

from materials import dl, net

LR = 0.01
optimizer = torch.optim.SGD(net.parameters(), lr=1.0)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lambda epoch: LR * 0.95**epoch)
for epoch in range(40):
    for x, y in dl:
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        optimizer.step()
    scheduler.step()
