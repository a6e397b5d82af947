def epoch_to_iter(epochs, loader):
    return [int(e * len(loader)) for e in epochs]
