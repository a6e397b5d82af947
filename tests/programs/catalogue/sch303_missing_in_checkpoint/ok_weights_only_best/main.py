import os, torch
def main(net, loader):
    opt = torch.optim.Adam(net.parameters())
    sched = torch.optim.lr_scheduler.StepLR(opt, 4)
    start, best = 0, 0.0
    if os.path.exists("s.pt"):
        ck = torch.load("s.pt")
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["optim"])
        sched.load_state_dict(ck["sched"])
        start = ck["epoch"]
    for epoch in range(start, 20):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        torch.save({"net": net.state_dict(), "optim": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch + 1}, "s.pt")
        if net.score() > best:
            best = net.score()
            torch.save({"net": net.state_dict(), "optim": opt.state_dict()}, "best.pt")
