"""A segmentation project: horizon in iterations, built in another module, moved once per epoch in the trainer."""
from config import get_parser
from trainer import Trainer


def main():
    args = get_parser().parse_args()
    from datasets import build

    model, train_set, val_set = build(args.data_root)
    Trainer(args, model, train_set, val_set).train()


if __name__ == "__main__":
    main()
