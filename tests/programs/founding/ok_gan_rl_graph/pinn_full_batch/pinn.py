"""PINN: iterations over collocation points without a loader; LBFGS after Adam."""
import torch


def residual(net, x):
    x = x.requires_grad_(True)
    u = net(x)
    du = torch.autograd.grad(u.sum(), x, create_graph=True)[0]
    return (du - u).pow(2).mean()


def main(net, n_adam=20000):
    pts = torch.rand(1000, 1)
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.StepLR(opt, step_size=5000, gamma=0.5)
    for it in range(n_adam):
        opt.zero_grad()
        residual(net, pts).backward()
        opt.step()
        sched.step()
    fine = torch.optim.LBFGS(net.parameters(), max_iter=500)

    def closure():
        fine.zero_grad()
        loss = residual(net, pts)
        loss.backward()
        return loss

    fine.step(closure)
