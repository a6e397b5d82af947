"""The horizon is computed in another module; stepped per batch: silent."""
import torch
from plan import total_updates


def main(net, dataset, epochs, batch_size=32):
    loader = torch.utils.data.DataLoader(dataset, batch_size, shuffle=True, drop_last=True)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    horizon = total_updates(len(dataset), batch_size, epochs)
    sched = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=horizon)
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sched.step()
