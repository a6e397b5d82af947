import math


def num_updates(loader, epochs, accumulation):
    return epochs * math.ceil(len(loader) / accumulation)
