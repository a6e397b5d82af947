"""ReduceLROnPlateau with mode spelt in one script and defaulted in the other: silent."""
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

NAME = "lm"
PATH = f"models/{NAME}.ckpt"


def valid(net, data):
    with torch.no_grad():
        return sum(net(x).mean() for x in data)


def main(net, train_data, valid_data):
    opt = torch.optim.SGD(net.parameters(), lr=20)
    plateau = ReduceLROnPlateau(opt, "min", factor=0.25, patience=0)
    for _ in range(40):
        for x in train_data:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        plateau.step(valid(net, valid_data))
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "plateau": plateau.state_dict()}, PATH)
