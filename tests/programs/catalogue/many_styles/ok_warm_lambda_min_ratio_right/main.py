import torch

LR = 6e-4
MIN_LR = 6e-5


def main(net, loader, iters=20000):
    opt = torch.optim.AdamW(net.parameters(), lr=LR)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda it: max(MIN_LR, LR * (1 - it / iters)) / LR)
    it = 0
    while True:
        for x in loader:
            if it >= iters:
                return
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sched.step()
            it += 1
