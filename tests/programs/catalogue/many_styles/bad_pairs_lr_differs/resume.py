import torch

ARGS = dict(lr=3e-4)


def main(net, loader):
    opt = torch.optim.AdamW(net.parameters(), **ARGS)  # expect: SCH304
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=0.95)
    ck = torch.load("a.ckpt")
    for k, o in {"net": net, "opt": opt, "sched": sched}.items():
        o.load_state_dict(ck[k])
    for _ in range(20, 40):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
