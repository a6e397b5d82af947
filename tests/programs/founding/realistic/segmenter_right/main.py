"""The segmentation project with the schedule moved per iteration: silent."""
from config import get_parser
from trainer import Trainer


def main():
    args = get_parser().parse_args()
    from datasets import build

    model, train_set, val_set = build(args.data_root)
    Trainer(args, model, train_set, val_set).train()


if __name__ == "__main__":
    main()
