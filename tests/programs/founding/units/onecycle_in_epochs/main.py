"""OneCycleLR(total_steps=epochs) is deliberately stepped once per epoch: silent."""
import torch


def main(net, loader, epochs=40):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    one = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=0.1, total_steps=epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        one.step()
