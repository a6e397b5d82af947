"""Three scripts, three files: a writes one.pt; b reads it with the same arguments; c has its own file and others: silent."""
import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    s = torch.optim.lr_scheduler.PolynomialLR(opt, 80, power=2)
    for _ in range(40):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        s.step()
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "s": s.state_dict()}, "one.pt")
