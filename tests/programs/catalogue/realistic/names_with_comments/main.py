"""The parts come from a list of names with comments among them; a schedule of epochs is stepped once per batch."""
from parts import (
    seed_everything,  # for the weights
    make_parts,  # the optimizer, and what turns its lr down
)


def fit(model, loader, epochs=90):
    seed_everything(0)
    optimizer, plan = make_parts(model, epochs)
    for epoch in range(epochs):
        for batch in loader:
            model(batch).sum().backward()
            optimizer.step()
            optimizer.zero_grad()
            plan.step()  # expect: SCH201
