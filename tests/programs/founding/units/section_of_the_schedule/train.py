import torch
import yaml
from torch import nn



def main(loader):
    with open("training.yml") as file:
        cfg = yaml.safe_load(file)
    net = nn.Linear(4, 2)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=cfg["schedule"]["max_iters"])
    for epoch in range(cfg["epochs"]):
        for batch in loader:
            optimizer.zero_grad()
            net(batch).sum().backward()
            optimizer.step()
        scheduler.step()  # expect: SCH202
