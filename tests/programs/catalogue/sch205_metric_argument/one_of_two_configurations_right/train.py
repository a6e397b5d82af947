import argparse

import torch
import yaml


def train(config, model, loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=config["lr"])
    if config["scheduler"]["name"] == "plateau":
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
    else:
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, config["scheduler"]["step_size"])
    for epoch in range(config["epochs"]):
        total = 0.0
        for batch in loader:
            optimizer.zero_grad()
            loss = model(batch).mean()
            loss.backward()
            optimizer.step()
            total += loss.item()
        if config["scheduler"]["name"] == "plateau":
            scheduler.step(total)
        else:
            scheduler.step()


parser = argparse.ArgumentParser()
parser.add_argument("--config")
args = parser.parse_args()
if args.config:
    config = yaml.safe_load(open(args.config))
else:
    config = yaml.safe_load(open("default.yaml"))
train(config, torch.nn.Linear(2, 2), [torch.ones(1, 2)])
