import argparse
import os

import torch
import yaml
from torch import nn
from torch.optim.lr_scheduler import MultiStepLR
from torch.utils.data import DataLoader, TensorDataset

import utils


def prepare():
    model = nn.Linear(4, 1)
    if config.get("resume") is not None:
        saved = torch.load(config["resume"])
        model.load_state_dict(saved["model"])
        optimizer = utils.make_optimizer(model.parameters(), saved["optimizer"], load_state=True)
        first = saved["epoch"] + 1
        if config.get("multi_step_lr") is None:
            lr_scheduler = None
        else:
            lr_scheduler = MultiStepLR(optimizer, **config["multi_step_lr"])
    else:
        optimizer = utils.make_optimizer(model.parameters(), config["optimizer"])
        first = 1
        if config.get("multi_step_lr") is None:
            lr_scheduler = None
        else:
            lr_scheduler = MultiStepLR(optimizer, **config["multi_step_lr"])
    return model, optimizer, first, lr_scheduler


def main(config_, save_path):
    global config
    config = config_
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8)
    model, optimizer, first, lr_scheduler = prepare()
    for epoch in range(first, config["epoch_max"] + 1):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            optimizer.step()
        if lr_scheduler is not None:
            lr_scheduler.step()
        spec = config["optimizer"]
        spec["state"] = optimizer.state_dict()
        torch.save({"model": model.state_dict(), "optimizer": spec, "epoch": epoch}, os.path.join(save_path, "last.pth"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--config")
    args = parser.parse_args()
    with open(args.config) as stream:
        main(yaml.safe_load(stream), "save")
