"""Three levels in three modules: class attributes choose the scheduler, the middle class moves the step per batch."""
from b import Middle


class Leaf(Middle):
    def __init__(self, net, name):
        super().__init__(net, epochs=90)
        self.name = name


def main(net, loader):
    Leaf(net, "x").run(loader)
