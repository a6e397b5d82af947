import sys

import torch
import yaml
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader


def train(cfg, model, data):
    loader = DataLoader(data, batch_size=4)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    scheduler = StepLR(optimizer, 10)
    for epoch in range(50):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        if cfg["decay"]:
            scheduler.step()


cfg = {"decay": False}
for name, value in yaml.safe_load(open(sys.argv[1])).items():
    cfg[name] = value
train(cfg, torch.nn.Linear(2, 1), torch.ones(8, 2))
