import torch
from config import BASE_LR, CKPT, EPOCHS


def main(net, loader):
    optim = torch.optim.SGD(net.parameters(), lr=BASE_LR)
    lrs = torch.optim.lr_scheduler.MultiStepLR(optim, milestones=[EPOCHS // 2, 80])
    weights, optim_state, lrs_state = torch.load(CKPT)
    net.load_state_dict(weights)
    optim.load_state_dict(optim_state)
    lrs.load_state_dict(lrs_state)
    for epoch in range(EPOCHS // 2, EPOCHS):
        for x in loader:
            optim.zero_grad()
            net(x).sum().backward()
            optim.step()
        lrs.step()
