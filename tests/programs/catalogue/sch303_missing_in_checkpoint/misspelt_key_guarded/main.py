import os, torch
def main(net, loader):
    opt = torch.optim.Adam(net.parameters())
    lr_sched = torch.optim.lr_scheduler.StepLR(opt, 4)
    start = 0
    if os.path.exists("s.pt"):
        ck = torch.load("s.pt")
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["optim"])
        if "lr_sched" in ck:
            lr_sched.load_state_dict(ck["lr_sched"])  # expect: SCH303
        start = ck["epoch"]
    for epoch in range(start, 20):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        lr_sched.step()
        torch.save({"net": net.state_dict(), "optim": opt.state_dict(), "scheduler": lr_sched.state_dict(), "epoch": epoch + 1}, "s.pt")
