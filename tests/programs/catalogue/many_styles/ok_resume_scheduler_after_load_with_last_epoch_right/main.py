"""O, then C with last_epoch = completed - 1."""
import torch


def build(net, ckpt):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    done = 0
    if ckpt is not None:
        opt.load_state_dict(ckpt["opt"])
        done = ckpt["done_epochs"]
    return opt, torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=50, power=2.0, last_epoch=done - 1), done


def main(net, loader, ckpt=None):
    opt, sched, done = build(net, ckpt)
    for e in range(done, 50):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sched.step()
        torch.save({"opt": opt.state_dict(), "net": net.state_dict(), "done_epochs": e + 1}, "p.pt")
