"""@hydra.main and a second decorator; poly over epochs moves per epoch: silent."""
import functools

import hydra
import torch


def main_only(fn):
    @functools.wraps(fn)
    def inner(cfg, *rest):
        if cfg.get("dry"):
            return None
        return fn(cfg, *rest)

    return inner


@main_only
def fit(cfg, net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=cfg.lr)
    poly = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=cfg.epochs, power=0.9)
    for _ in range(cfg.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        poly.step()


@hydra.main(version_base="1.3", config_path="../configs", config_name="train.yaml")
def main(cfg):
    fit(cfg, hydra.utils.instantiate(cfg.net), hydra.utils.instantiate(cfg.loader))


if __name__ == "__main__":
    main()
