"""An evaluation script loads the weights of a checkpoint that holds everything; no training, nothing to restore."""
import argparse

import torch
from train import CKPT, build


@torch.inference_mode()
def main(loader):
    argparse.ArgumentParser().parse_args()
    net, optimizer, scheduler = build(epochs=1)
    blob = torch.load(CKPT)
    net.load_state_dict(blob["net"])
    hits = sum((net(x).argmax(1) == y).sum() for x, y in loader)
    print(hits)
