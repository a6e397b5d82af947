import torch


def build(net, loader, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    return opt, torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=0.1, steps_per_epoch=len(loader), epochs=epochs)


def main(net, train_dl, val_dl, epochs=10):
    opt, sched = build(net, val_dl, epochs)
    for _ in range(epochs):
        for x, y in train_dl:
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            opt.step()
            sched.step()
