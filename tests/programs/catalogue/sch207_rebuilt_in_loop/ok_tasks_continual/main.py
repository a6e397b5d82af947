import torch
def main(net, tasks):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for task, loader in enumerate(tasks):
        for g in opt.param_groups:
            g["lr"] = 0.1
        sched = torch.optim.lr_scheduler.MultiStepLR(opt, [10, 20])
        for epoch in range(30):
            for x, y in loader:
                opt.zero_grad()
                net(x, y).backward()
                opt.step()
            sched.step()
