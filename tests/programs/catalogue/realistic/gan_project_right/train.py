"""An image translation GAN: both schedulers after the epoch, offset inside the lambda, nets restored alone."""
from model import TranslationModel
from options import parse


def main(dataset):
    opt = parse()
    model = TranslationModel(opt)
    if opt.continue_train:
        model.load(opt.which_epoch)
    for epoch in range(opt.epoch_count, opt.n_epochs + opt.n_epochs_decay + 1):
        for data in dataset:
            model.optimize(data)
        model.update_learning_rate()
        model.save(epoch)
