import torch
from torch.optim.lr_scheduler import OneCycleLR
from train_onecycle import PATH


def main(net, dl):
    opt = torch.optim.SGD(net.parameters(), lr=0.05)
    cyc = OneCycleLR(opt, max_lr=0.5, total_steps=10000)
    d = torch.load(PATH)
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    cyc.load_state_dict(d["cyc"])
    it = iter(dl)
    for step in range(5000, 10000):
        opt.zero_grad()
        net(next(it)).sum().backward()
        opt.step()
        cyc.step()
