"""Both scripts take most values from a config module; the resume script writes its own milestones."""
import config
import torch


def main(net, loader):
    optim = torch.optim.SGD(net.parameters(), lr=config.BASE_LR)
    lrs = torch.optim.lr_scheduler.MultiStepLR(optim, milestones=config.MILESTONES, gamma=0.1)
    for epoch in range(config.EPOCHS // 2):
        for x in loader:
            optim.zero_grad()
            net(x).sum().backward()
            optim.step()
        lrs.step()
    torch.save([net.state_dict(), optim.state_dict(), lrs.state_dict()], config.CKPT)
