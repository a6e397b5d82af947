import os

import torch


def main(net, dataset, done):
    dl = torch.utils.data.DataLoader(dataset, batch_size=10)
    opt = torch.optim.SGD(net.parameters(), lr=float(os.environ["LR"]))
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=len(dl) * 90)
    d = torch.load("u.pt")
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    sch.load_state_dict(d["sch"])
    for _ in range(done, 90):
        for x in dl:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sch.step()
