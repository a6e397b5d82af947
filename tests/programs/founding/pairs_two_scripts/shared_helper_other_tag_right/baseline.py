"""A shared helper, but the scripts read and write different tags: silent."""
import ckpt_io
import torch


def main(net, loader):
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    sch = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.98)
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
    ckpt_io.write("half", net=net, opt=opt, sch=sch)
