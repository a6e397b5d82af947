"""LambdaLR with the same function under another parameter name: silent."""
import torch

CK = "lambda.pth"


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=lambda epoch: 0.95 ** epoch)
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sch": sch.state_dict()}, CK)
