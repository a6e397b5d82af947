import sys

import torch
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader

from settings import cfg


def train(cfg, model, data):
    loader = DataLoader(data, batch_size=4)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    scheduler = StepLR(optimizer, 10)
    for epoch in range(cfg.EPOCHS):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        if cfg.DECAY:
            scheduler.step()


if __name__ == "__main__":
    cfg.merge_from_file(sys.argv[1])
    cfg.freeze()
    train(cfg, torch.nn.Linear(2, 1), torch.ones(8, 2))
