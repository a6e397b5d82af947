import torch
from engine import Engine
def main(net, loader, cfg):
    e = Engine(net, torch.optim.SGD(net.parameters(), lr=0.1), cfg)
    for epoch in range(cfg["epochs"]):
        e.epoch(loader)
