import sys

import torch
from torch.optim.lr_scheduler import MultiStepLR
from torch.utils.data import DataLoader

from settings import cfg


def train(cfg, model, data):
    loader = DataLoader(data, batch_size=4)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    first, last_epoch = 0, -1
    if cfg.START == "resume":
        saved = torch.load(cfg.CHECKPOINT)
        first = saved["epoch"]
        last_epoch = first
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
    scheduler = MultiStepLR(optimizer, [30, 40], last_epoch=last_epoch)  # expect: SCH106
    for epoch in range(first, cfg.EPOCHS):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        scheduler.step()
        torch.save({"model": model.state_dict(), "epoch": epoch + 1, "optimizer": optimizer.state_dict()}, "last.pth")


if __name__ == "__main__":
    cfg.merge_from_file(sys.argv[1])
    cfg.freeze()
    train(cfg, torch.nn.Linear(2, 1), torch.ones(8, 2))
