import sys

from model import Segmenter


def main(loader):
    seg = Segmenter(8)
    first = seg.load(sys.argv[1]) if len(sys.argv) > 1 else 0
    seg.setup()
    for epoch in range(first, 40):
        for b in loader:
            seg.learn(b)
        seg.sched.step()
