from trainer import Trainer


def main(net, loader):
    Trainer(net, 30).train(loader)
