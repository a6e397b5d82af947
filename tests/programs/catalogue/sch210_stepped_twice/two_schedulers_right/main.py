"""Two schedulers of one optimizer, one per batch and one per epoch; two optimizers with one each."""
import torch


def warm_and_decay(net, loader, epochs=30):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    warm = torch.optim.lr_scheduler.LinearLR(opt, 0.1, total_iters=len(loader))
    decay = torch.optim.lr_scheduler.MultiStepLR(opt, [20, 25])
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            if epoch == 0:
                warm.step()
        decay.step()


def two_optimizers(a, b, loader, epochs=30):
    opt_a, opt_b = torch.optim.Adam(a.parameters(), 1e-3), torch.optim.SGD(b.parameters(), 0.1)
    pair = [torch.optim.lr_scheduler.StepLR(opt_a, 10), torch.optim.lr_scheduler.StepLR(opt_b, 10)]
    for _ in range(epochs):
        for x in loader:
            opt_a.zero_grad()
            opt_b.zero_grad()
            b(a(x)).mean().backward()
            opt_a.step()
            opt_b.step()
        pair[0].step()
        pair[1].step()
