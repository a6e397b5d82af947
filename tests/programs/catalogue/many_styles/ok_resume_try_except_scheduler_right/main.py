import torch


def main(net, loader, path=None):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)
    start = 0
    if path is not None:
        ck = torch.load(path)
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["opt"])
        start = ck["epoch"]
        try:
            sched.load_state_dict(ck["sched"])
        except KeyError:
            for _ in range(start):
                opt.step()
    for epoch in range(start, 30):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch + 1}, "t.pt")
