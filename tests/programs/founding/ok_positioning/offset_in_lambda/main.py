"""The lambda itself adds the starting epoch; the optimizer is new, only weights are loaded."""
import torch


def main(net, loader, opt):
    optimizer = torch.optim.Adam(net.parameters(), lr=opt.lr)
    if opt.epoch != 0:
        net.load_state_dict(torch.load(f"saved/{opt.dataset}_{opt.epoch}.pth"))

    def rule(epoch):
        return 1.0 - max(0, epoch + opt.epoch - opt.decay_epoch) / (opt.n_epochs - opt.decay_epoch)

    lrs = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=rule)
    for epoch in range(opt.epoch, opt.n_epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        lrs.step()
        torch.save(net.state_dict(), f"saved/{opt.dataset}_{epoch}.pth")
