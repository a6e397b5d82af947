"""Where the loss comes from is not known, and it goes to the scheduler that wants one."""
import torch


def main(net, loader, session, epochs=20):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=2)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        for val_loss, _ in session.validate(net):
            print(val_loss)
        sched.step(val_loss)
