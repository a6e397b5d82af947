"""`if global_step % steps_per_epoch == 0: scheduler.step()` in an iteration loop: once per epoch."""
import torch


def main(net, loader, num_epochs=30):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(opt, num_epochs)
    steps_per_epoch = len(loader)
    data = iter(loader)
    for global_step in range(1, num_epochs * steps_per_epoch + 1):
        try:
            x = next(data)
        except StopIteration:
            data = iter(loader)
            x = next(data)
        opt.zero_grad()
        net(x).sum().backward()
        opt.step()
        if global_step % steps_per_epoch == 0:
            scheduler.step()
            print("epoch", global_step // steps_per_epoch)
