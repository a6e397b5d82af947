import sys

import torch
from utils import load_checkpoint


@torch.no_grad()
def main(loader):
    net = torch.nn.Linear(3, 3)
    load_checkpoint(net, sys.argv[1])
    print(sum(net(x).sum() for x in loader))
