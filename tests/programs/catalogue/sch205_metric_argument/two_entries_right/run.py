try:
    import configargparse as parsing
except ImportError:
    import argparse as parsing

from data import loader, model
from training import train

parser = parsing.ArgumentParser()
parser.add_argument("--scheduler", choices=["plateau", "exponential"], default="plateau")
train(parser.parse_args(), model, loader)
