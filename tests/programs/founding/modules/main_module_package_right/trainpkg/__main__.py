"""python -m trainpkg: a StepLR is built after the restore and writes nothing: silent."""
import sys

from .loop import loop
from .parts import load_parts, with_schedule

if __name__ == "__main__":
    net, opt, blob = load_parts(sys.argv[1])
    loop(net, opt, with_schedule(opt, blob), blob["data"], blob["epoch"])
