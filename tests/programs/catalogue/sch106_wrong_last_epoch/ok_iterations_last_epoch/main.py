import torch
def main(net, loader, resume, epochs):
    opt = torch.optim.SGD([{"params": net.parameters(), "initial_lr": 0.1}], lr=0.1)
    start, it = 0, -1
    if resume:
        ck = torch.load(resume)
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["opt"])
        start = ck["epoch"]
        it = start * len(loader) - 1
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.3, total_steps=epochs * len(loader), last_epoch=it)
    for epoch in range(start, epochs):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
            sched.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "epoch": epoch + 1}, "c.pt")
