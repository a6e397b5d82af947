"""Dict dispatch; built before the optimizer is restored: silent."""
import click
import torch
from opts import create


@click.command()
@click.option("--name", default="linear")
@click.option("--ckpt", required=True)
def run(name, ckpt):
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = create(name, optimizer)
    saved = torch.load(ckpt)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.load_state_dict(saved["scheduler"])
    for _ in range(saved["epoch"], 60):
        for x in torch.utils.data.DataLoader(saved["data"], batch_size=4):
            optimizer.zero_grad()
            model(x).sum().backward()
            optimizer.step()
        scheduler.step()


if __name__ == "__main__":
    run()
