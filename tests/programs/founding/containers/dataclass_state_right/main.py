"""A dataclass carries optimizer and scheduler into a helper that restores both: silent."""
import sys

import torch
from state import TrainState, restore
from torch.optim.lr_scheduler import StepLR


def make_state() -> TrainState:
    model = torch.nn.Linear(10, 3)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    return TrainState(model=model, optimizer=optimizer, schedule=StepLR(optimizer, 20))


def main(batches):
    st = restore(make_state(), sys.argv[1])
    while st.epoch < 100:
        for x, y in batches:
            st.optimizer.zero_grad()
            torch.nn.functional.cross_entropy(st.model(x), y).backward()
            st.optimizer.step()
        st.schedule.step()
        st.epoch += 1
