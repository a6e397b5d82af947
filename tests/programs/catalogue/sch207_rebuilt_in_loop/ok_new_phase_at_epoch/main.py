import torch
def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 5)
    for epoch in range(60):
        if epoch == 20:
            sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 40)
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
