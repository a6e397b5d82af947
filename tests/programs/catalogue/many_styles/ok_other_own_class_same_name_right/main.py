import torch
from lr_scheduler import StepLR


def main(net, loader, num_epochs=90):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    scheduler = StepLR(opt, num_epochs // 3, len(loader))
    for _ in range(num_epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            scheduler.step()
