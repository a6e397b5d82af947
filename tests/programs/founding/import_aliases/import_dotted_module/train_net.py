"""`import torch.optim.lr_scheduler as LS`; the optimizer's state is never restored."""
import argparse

import torch
import torch.optim.lr_scheduler as LS
from torch import nn, optim as O


def get_loader(n):
    ds = torch.utils.data.TensorDataset(torch.randn(n, 4), torch.randn(n, 1))
    return torch.utils.data.DataLoader(ds, 16, True)


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--resume", default="")
    p.add_argument("--epochs", type=int, default=60)
    a = p.parse_args(argv)
    mlp = nn.Sequential(nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 1))
    opti = O.Adam(mlp.parameters(), 1e-3)
    ls = LS.MultiStepLR(opti, [30, 45])
    begin = 0
    if a.resume:
        ck = torch.load(a.resume)
        mlp.load_state_dict(ck["state_dict"])
        ls.load_state_dict(ck["scheduler"])  # expect: SCH102
        begin = ck["epoch"]
    for ep in range(begin, a.epochs):
        for x, y in get_loader(640):
            opti.zero_grad()
            nn.functional.l1_loss(mlp(x), y).backward()
            opti.step()
        ls.step()


if __name__ == "__main__":
    main()
