import torch


def main(net, loader, ckpt=None):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=100, power=0.9)
    begin = 0
    if ckpt:
        d = torch.load(ckpt)
        net.load_state_dict(d["net"]); opt.load_state_dict(d["opt"]); sched.load_state_dict(d["sched"])
        begin = d["epoch"]
        epoch = 0
        while epoch < begin:
            sched.step()  # expect: SCH107
            epoch += 1
    for _ in range(begin, 100):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
