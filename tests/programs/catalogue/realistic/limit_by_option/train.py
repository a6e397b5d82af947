"""A number is compared with one of two limits that an option chooses; the schedule is stepped once too often per epoch."""
import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--small", action="store_true")
parser.add_argument("--epochs", type=int, default=90)
args = parser.parse_args()
limit = 10 if args.small else 20
model = torch.nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs)
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(64, 4)), batch_size=8)
if 15 < limit:
    torch.manual_seed(limit)
for epoch in range(args.epochs):
    for (batch,) in loader:
        model(batch).sum().backward()
        optimizer.step()
        optimizer.zero_grad()
        scheduler.step()  # expect: SCH201
