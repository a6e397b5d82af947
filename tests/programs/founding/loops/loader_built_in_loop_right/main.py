"""The loader is built anew in each epoch; the schedule moves per epoch: silent."""
import torch


def reshuffled(dataset, seed):
    g = torch.Generator().manual_seed(seed)
    return torch.utils.data.DataLoader(dataset, batch_size=8, shuffle=True, generator=g)


def main(net, dataset, epochs=26):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    poly = torch.optim.lr_scheduler.PolynomialLR(opt, epochs, 0.9)
    for e in range(epochs):
        for x in reshuffled(dataset, e):
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        poly.step()
