from gan import GAN


def main(G, D, loader, ckpt=None):
    gan = GAN(G, D)
    start = gan.load(ckpt) if ckpt else 0
    for _ in range(start, 200):
        gan.epoch(loader)
