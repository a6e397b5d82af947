"""click group; `resume` builds first and loads later: silent."""
import click
import torch
from torch.optim.lr_scheduler import LinearLR


@click.group()
def cli():
    pass


def new_parts():
    net = torch.nn.Linear(2, 1)
    return net, torch.optim.SGD(net.parameters(), lr=0.1)


def loop(net, opt, ramp, data, first, last):
    for epoch in range(first, last):
        for x in data:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        ramp.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "ramp": ramp.state_dict()}, "run.pt")


@cli.command()
@click.option("--epochs", default=20, show_default=True)
def train(epochs):
    net, opt = new_parts()
    ramp = LinearLR(opt, start_factor=0.2, total_iters=6)
    loop(net, opt, ramp, torch.randn(10, 4, 2), 0, epochs)


@cli.command()
@click.option("--at", type=int)
@click.option("--epochs", default=20, show_default=True)
def resume(at, epochs):
    net, opt = new_parts()
    ramp = LinearLR(opt, start_factor=0.2, total_iters=6)
    saved = torch.load("run.pt")
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    ramp.load_state_dict(saved["ramp"])
    loop(net, opt, ramp, torch.randn(10, 4, 2), at, epochs)


if __name__ == "__main__":
    cli()
