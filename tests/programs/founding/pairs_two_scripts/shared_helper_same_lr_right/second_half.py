import ckpt_io
import torch


def main(net, loader):
    opt = torch.optim.AdamW(net.parameters())
    sch = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.98)
    ckpt_io.read("half", net=net, opt=opt, sch=sch)
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
