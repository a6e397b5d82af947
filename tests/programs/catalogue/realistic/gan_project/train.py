"""An image translation GAN: both schedulers are stepped at the top of the epoch, through a list in the base class."""
from model import TranslationModel
from options import parse


def main(dataset):
    opt = parse()
    model = TranslationModel(opt)
    if opt.continue_train:
        model.load(opt.which_epoch)
    for epoch in range(opt.epoch_count, opt.n_epochs + opt.n_epochs_decay + 1):
        model.update_learning_rate()
        for data in dataset:
            model.optimize(data)
        model.save(epoch)
