"""pytorch-CycleGAN-and-pix2pix: update_learning_rate() once per epoch over a list of schedulers."""
import torch
from models import CycleGANModel


def main(opt, netG, netD_A, netD_B, dataset):
    model = CycleGANModel(opt, netG, netD_A, netD_B)
    model.setup(opt)
    loader = torch.utils.data.DataLoader(dataset, batch_size=opt.batch_size)
    for epoch in range(opt.epoch_count, opt.n_epochs + opt.n_epochs_decay + 1):
        for i, data in enumerate(loader):
            model.optimize_parameters(data)
        model.update_learning_rate()
