"""Batches by slicing a permutation: `for i in range(0, n, bs)`; the epoch schedule moves per slice."""
import torch


def main(net, X, Y, n_epochs=100, bs=64):
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=n_epochs)
    for epoch in range(n_epochs):
        perm = torch.randperm(len(X))
        for i in range(0, len(X), bs):
            idx = perm[i : i + bs]
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(X[idx]), Y[idx]).backward()
            opt.step()
            lrs.step()  # expect: SCH201
