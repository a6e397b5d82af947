import argparse


def base_parser():
    p = argparse.ArgumentParser()
    p.add_argument("--lr", type=float, default=0.1)
    p.add_argument("--out", default="out/ckpt.pt")
    return p
