"""A project subclass that bears the parent's name and multiplies its horizon by the batches itself: silent."""
import torch
import torch.optim.lr_scheduler as torch_sched


class PolynomialLR(torch_sched.PolynomialLR):
    def __init__(self, optimizer, epochs, batches, power=0.9):
        super().__init__(optimizer, total_iters=epochs * batches, power=power)


def train(net, loader, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = PolynomialLR(opt, epochs, len(loader))
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            lrs.step()
