import argparse

import torch


def pick(name):
    """Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. Which class to build, chosen by its name on the command line. """
    if name == "model":
        from models import Model
        return Model
    elif name == "other":
        from models import Other
        return Other
    else:
        raise ValueError(name)


def resume(name, path, args):
    model = pick(name)(args)
    model.load(path)
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", default="model")
    parser.add_argument("--checkpoint", default=None)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=30)
    args = parser.parse_args()
    if args.checkpoint is not None:
        model = resume(args.name, args.checkpoint, args)
    else:
        model = pick(args.name)(args)
    model.train(torch.ones(10, 1, 2))


if __name__ == "__main__":
    main()
