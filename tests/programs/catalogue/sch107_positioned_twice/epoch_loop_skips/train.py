import torch
from model import Net
from data import loader
def main(resume, epochs=90):
    net = Net()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [30, 60])
    start = 0
    if resume:
        ck = torch.load(resume)
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["opt"])
        sched.load_state_dict(ck["sched"])
        start = ck["epoch"]
    for epoch in range(epochs):
        if epoch < start:
            sched.step()  # expect: SCH107
            continue
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch + 1}, "a.pt")
