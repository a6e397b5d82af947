import argparse


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--continue_train", action="store_true")
    parser.add_argument("--which_epoch", default="latest")
    parser.add_argument("--epoch_count", type=int, default=1)
    parser.add_argument("--n_epochs", type=int, default=100)
    parser.add_argument("--n_epochs_decay", type=int, default=100)
    parser.add_argument("--lr", type=float, default=2e-4)
    return parser.parse_args()
