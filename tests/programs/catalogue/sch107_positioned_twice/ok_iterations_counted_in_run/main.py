import torch
def main(net, loader, resume, total=1000):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.PolynomialLR(opt, total, 0.9)
    if resume:
        ck = torch.load(resume)
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["opt"])
        sched.load_state_dict(ck["sched"])
    it = 0
    while it < total:
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
            sched.step()
            it += 1
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict()}, "a.pt")
