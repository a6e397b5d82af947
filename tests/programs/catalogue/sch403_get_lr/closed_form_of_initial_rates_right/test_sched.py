"""Own class in closed form: get_lr() is always the rate in force, and is what the test is about."""
import torch
from .sched import Poly


def test_poly():
    optimizer = torch.optim.SGD(torch.nn.Linear(2, 2).parameters(), 0.1)
    scheduler = Poly(optimizer, total=10, power=0.9)
    for _ in range(5):
        scheduler.step()
    assert scheduler.get_lr()[0] == optimizer.param_groups[0]["lr"]
