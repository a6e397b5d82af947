import torch
def main(net, loader, resume, epochs=100):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 30)
    first = 0
    if resume:
        ck = torch.load(resume)
        net.load_state_dict(ck["net"])
        first = ck["epoch"]
    for epoch in range(epochs):
        if epoch < first:
            opt.step()
            sched.step()
            continue
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        torch.save({"net": net.state_dict(), "epoch": epoch + 1}, "a.pt")
