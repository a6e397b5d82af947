import importlib

from options import parse
from data import create_dataset

if __name__ == "__main__":
    opt = parse()
    dataset = create_dataset(opt)
    library = importlib.import_module(opt.model + "_model")
    model = getattr(library, opt.model.title() + "Model")(opt)
    model.setup(opt)
    for epoch in range(1, opt.n_epochs + opt.n_epochs_decay + 1):
        for data in dataset:
            model.real = data
            model.optimize_parameters()
        model.update_learning_rate()
