import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau
from train_lm import valid


def main(net, train_data, valid_data):
    opt = torch.optim.SGD(net.parameters(), lr=20)
    plateau = ReduceLROnPlateau(opt, factor=0.25, patience=3)  # expect: SCH301
    saved = torch.load("models/lm.ckpt")
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    plateau.load_state_dict(saved["plateau"])
    for _ in range(40):
        for x in train_data:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        plateau.step(valid(net, valid_data))
