from argparse import Namespace

from data import loader, model
from training import train


def check_plateau():
    train(Namespace(scheduler="plateau"), model, loader)


def check_exponential():
    train(Namespace(scheduler="exponential"), model, loader)
