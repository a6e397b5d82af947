from model import Cycle


def main(opt, nets, dataset):
    model = Cycle(opt, *nets)
    model.setup()
    for epoch in range(opt.epoch_count, opt.n_epochs + opt.n_epochs_decay + 1):
        for i, data in enumerate(dataset):
            model.optimize_parameters(data)
        model.update_learning_rate()
