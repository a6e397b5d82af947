"""Plateau evaluated every eval_every iterations with the validation loss."""
import torch


def validate(net, val):
    with torch.no_grad():
        return sum(net(x).mean().item() for x in val) / len(val)


def main(net, train, val, eval_every=200, epochs=3):
    opt = torch.optim.Adam(net.parameters(), 1e-3)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.5, patience=3)
    n = 0
    for _ in range(epochs):
        for x in train:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            n += 1
            if n % eval_every == 0:
                plateau.step(validate(net, val))
