"""Everything hangs on a SimpleNamespace; the plain epoch schedule is stepped in the inner loop."""
from types import SimpleNamespace

import torch
from torch.optim.lr_scheduler import PolynomialLR


def prepare(hp, dataset):
    s = SimpleNamespace()
    s.loader = torch.utils.data.DataLoader(dataset, hp.batch_size, shuffle=True)
    s.f = torch.nn.Linear(hp.width, 1)
    s.o = torch.optim.Adagrad(s.f.parameters(), lr=hp.lr)
    s.lrp = PolynomialLR(s.o, total_iters=hp.epochs, power=0.9)
    return s


def run(hp, dataset):
    s = prepare(hp, dataset)
    for e in range(hp.epochs):
        for i, (x, y) in enumerate(s.loader):
            s.o.zero_grad()
            (s.f(x) - y).abs().mean().backward()
            s.o.step()
            s.lrp.step()  # expect: SCH201


if __name__ == "__main__":
    hp = SimpleNamespace(batch_size=32, width=16, lr=0.01, epochs=25)
    run(hp, torch.utils.data.TensorDataset(torch.randn(320, 16), torch.randn(320, 1)))
