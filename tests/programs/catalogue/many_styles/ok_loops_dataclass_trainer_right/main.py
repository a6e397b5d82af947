import os

from trainer import Trainer


def main(net, loader, path="last.pt", epochs=10):
    trainer = Trainer(net, lr=3e-4)
    if os.path.exists(path):
        trainer.load(path)
    for _ in range(epochs):
        for batch in loader:
            trainer.update(batch)
        trainer.save(path)
