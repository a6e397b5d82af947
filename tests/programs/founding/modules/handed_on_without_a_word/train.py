import argparse

import torch
from data import batches
from middle import prepare

parser = argparse.ArgumentParser()
parser.add_argument("--rate", type=float)
args = parser.parse_args()
net, optimizer = prepare(args)
saved = torch.load("last.pt")
net.load_state_dict(saved["net"])
optimizer.load_state_dict(saved["optimizer"])
scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 0.1, total_iters=5)  # expect: SCH104
scheduler.load_state_dict(saved["scheduler"])
for epoch in range(90):
    for batch in batches:
        net(batch).mean().backward()
        optimizer.step()
    scheduler.step()
