import torch
from steps import advance


def main(net, loader):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)
    for _ in range(30):
        loss = torch.tensor(0.0)
        for x in loader:
            opt.zero_grad()
            loss = net(x).mean()
            loss.backward()
            opt.step()
        advance(sched, loss.item())
