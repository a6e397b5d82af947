"""Written at the top of the epoch that a resumed run begins with."""
import torch


def main(net, loader, resume=None, epochs=70):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 20)
    start = 0
    if resume:
        s = torch.load(resume)
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        sched.load_state_dict(s["sched"])
        start = s["epoch"]
    for epoch in range(start, epochs):
        s = {"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch}
        torch.save(s, "top.pt")
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
