import argparse


def get_parser():
    parser = argparse.ArgumentParser("segmenter")
    parser.add_argument("--data-root", default="data/cityscapes")
    parser.add_argument("--lr", type=float, default=0.01)
    parser.add_argument("--epochs", type=int, default=120)
    parser.add_argument("--warmup-iters", type=int, default=1000)
    parser.add_argument("--resume", default=None)
    parser.add_argument("--save-dir", default="runs/deeplab")
    return parser
