import torch


def main(net, loader):
    ck = torch.load("a.pt")
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, ck["args"].epochs)
    net.load_state_dict(ck["net"])
    opt.load_state_dict(ck["o"])
    lrs.load_state_dict(ck["l"])
    for _ in range(lrs.last_epoch, ck["args"].epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
