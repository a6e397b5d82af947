"""Only once it is warm; but then twice, a merge having kept both lines. And twice in a loop that says nothing of its turns."""
import torch


def warm(net, loader, epochs=60):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)
    done = 0
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            done += 1
        if done > 1000:
            sched.step()
            sched.step()  # expect: SCH210


def tasks_of(net, stream, rounds):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=rounds)
    for _ in range(rounds):
        for x in stream.split(8):
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
        sched.step()  # expect: SCH210
