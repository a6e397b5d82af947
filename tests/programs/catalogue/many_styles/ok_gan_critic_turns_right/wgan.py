import torch


def main(G, D, loader, n_iter=20000, n_critic=5):
    og = torch.optim.RMSprop(G.parameters(), lr=5e-5)
    od = torch.optim.RMSprop(D.parameters(), lr=5e-5)
    sg = torch.optim.lr_scheduler.LinearLR(og, 1.0, 0.0, total_iters=n_iter)
    sd = torch.optim.lr_scheduler.LinearLR(od, 1.0, 0.0, total_iters=n_iter)
    it = iter(loader)
    for i in range(n_iter):
        for _ in range(n_critic):
            try:
                real = next(it)
            except StopIteration:
                it = iter(loader)
                real = next(it)
            od.zero_grad()
            (D(G(torch.randn(len(real), 8)).detach()).mean() - D(real).mean()).backward()
            od.step()
        og.zero_grad()
        (-D(G(torch.randn(16, 8))).mean()).backward()
        og.step()
        sg.step()
        sd.step()
