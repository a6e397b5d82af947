"""A factory returns closures over one optimizer and scheduler, right order: silent."""
import torch
from torch.optim.lr_scheduler import PolynomialLR


def optimisation(net, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    decay = PolynomialLR(opt, epochs)

    def step(loss):
        opt.zero_grad()
        loss.backward()
        opt.step()

    def end_epoch():
        decay.step()

    def load(blob):
        opt.load_state_dict(blob["opt"])
        decay.load_state_dict(blob["decay"])

    return step, end_epoch, load


def main(net, loader, path=None, epochs=11):
    step, end_epoch, load = optimisation(net, epochs)
    first = 0
    if path:
        blob = torch.load(path)
        load(blob)
        first = blob["epoch"]
    for _ in range(first, epochs):
        for x in loader:
            step(net(x).mean())
        end_epoch()
