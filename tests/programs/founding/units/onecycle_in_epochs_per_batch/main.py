"""OneCycleLR(total_steps=epochs) stepped per batch: the schedule is written in epochs."""
import torch


def main(net, loader, epochs=40):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    one = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=0.1, total_steps=epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            one.step()  # expect: SCH201
