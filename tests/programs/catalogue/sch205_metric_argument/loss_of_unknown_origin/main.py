"""Where the loss comes from is not known; what it is called says enough."""
import torch


def main(net, loader, session, epochs=20):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        for val_loss, _ in session.validate(net):
            print(val_loss)
        sched.step(val_loss)  # expect: SCH205
