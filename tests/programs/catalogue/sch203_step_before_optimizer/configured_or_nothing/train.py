import torch
import yaml


def load(path):
    with open(path) as file:
        raw = yaml.safe_load(file) or {}
    return dict(raw.get("schedule", {}))


def main(model, loader):
    schedule = load("config.yaml")
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = None
    if schedule.get("kind", "none") == "cosine":
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=schedule["epochs"])
    for epoch in range(schedule["epochs"]):
        if scheduler is not None:
            scheduler.step()  # expect: SCH203
        for batch in loader:
            optimizer.zero_grad()
            model(batch).mean().backward()
            optimizer.step()


main(torch.nn.Linear(2, 2), [torch.ones(1, 2)])
