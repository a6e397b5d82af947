"""Three levels in three modules; the middle class keeps the step per epoch through super(): silent."""
from b import Middle


class Leaf(Middle):
    def __init__(self, net, name):
        super().__init__(net, epochs=90)
        self.name = name


def main(net, loader):
    Leaf(net, "x").run(loader)
