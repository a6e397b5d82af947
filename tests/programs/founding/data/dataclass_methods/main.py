"""A dataclass builds its parts in __post_init__ and steps both in update(), called per batch."""
from core.state import Optimization


def main(net, loader):
    o = Optimization(list(net.parameters()), epochs=25)
    for _ in range(o.epochs):
        for x in loader:
            o.update(net(x).mean())
