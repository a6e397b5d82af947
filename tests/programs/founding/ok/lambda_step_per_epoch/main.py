"""`lambda step: 0.95 ** step` stepped per epoch: the parameter's name alone proves nothing: silent."""
import torch


def main(net, loader, epochs=50):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=lambda step: 0.95 ** step)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
