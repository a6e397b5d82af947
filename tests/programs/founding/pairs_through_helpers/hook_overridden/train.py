"""The resume script's subclass overrides the scheduler hook with another class."""
from base import Run


def main(net, loader):
    run = Run(net, loader)
    run.go()
    run.save()
