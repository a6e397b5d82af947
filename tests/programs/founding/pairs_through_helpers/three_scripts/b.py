import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    s = torch.optim.lr_scheduler.PolynomialLR(opt, power=2.0, total_iters=80)
    d = torch.load("one.pt")
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    s.load_state_dict(d["s"])
    for _ in range(40, 80):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        s.step()
