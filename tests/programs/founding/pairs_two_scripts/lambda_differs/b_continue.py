import torch
from a_train import CK


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=lambda epoch: 0.9 ** epoch)  # expect: SCH301
    d = torch.load(CK)
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    sch.load_state_dict(d["sch"])
    for _ in range(20, 40):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
