import ckpt_io
import torch


def main(net, loader):
    opt = torch.optim.AdamW(net.parameters(), lr=3e-4)
    sch = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.98)
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
    ckpt_io.write("ablation", net=net, opt=opt, sch=sch)
    ckpt_io.read("ablation", net=net, opt=opt, sch=sch)
