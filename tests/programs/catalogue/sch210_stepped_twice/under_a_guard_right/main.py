"""Two places, of which a turn takes one; and a critic whose scheduler goes with each of its optimizer's steps."""
import torch


def one_of_two(net, loader, epochs=60):
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
        elif done > 500:
            sched.step()


def twice_a_turn(net, stream, rounds):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=2 * rounds)
    for _ in range(rounds):
        opt.zero_grad()
        net.body(next(stream)).mean().backward()
        opt.step()
        sched.step()
        opt.zero_grad()
        net.head(next(stream)).mean().backward()
        opt.step()
        sched.step()
