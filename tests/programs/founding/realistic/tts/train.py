"""TTS-like: many optimizers, helper with optional arguments, f-string paths, restore order wrong for one of the pairs."""
import argparse
import glob
import os

import torch
import utils
from models import Discriminator, Generator
from torch.optim.lr_scheduler import ExponentialLR


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-m", "--model_dir", default="logs/base")
    parser.add_argument("--epochs", type=int, default=10000)
    run(parser.parse_args())


def run(args):
    net_g, net_d = Generator(), Discriminator()
    optim_g = torch.optim.AdamW(net_g.parameters(), 2e-4, betas=(0.8, 0.99))
    optim_d = torch.optim.AdamW(net_d.parameters(), 2e-4, betas=(0.8, 0.99))
    scheduler_g = ExponentialLR(optim_g, gamma=0.999875)
    scheduler_d = ExponentialLR(optim_d, gamma=0.999875)
    epoch_str = 1
    found = sorted(glob.glob(os.path.join(args.model_dir, "G_*.pth")))
    if found:
        epoch_str = utils.load_checkpoint(found[-1], net_g, optim_g, scheduler_g)
        utils.load_checkpoint(found[-1].replace("G_", "D_"), net_d, scheduler=scheduler_d)
        optim_d.load_state_dict(torch.load(found[-1].replace("G_", "D_"))["optimizer"])
    loader = torch.utils.data.DataLoader([], batch_size=16)
    for epoch in range(epoch_str, args.epochs + 1):
        for x, y in loader:
            y_hat = net_g(x)
            optim_d.zero_grad()
            (net_d(y) - net_d(y_hat.detach())).mean().backward()
            optim_d.step()
            optim_g.zero_grad()
            torch.nn.functional.l1_loss(y_hat, y).backward()
            optim_g.step()
        scheduler_g.step()
        scheduler_d.step()
        utils.save_checkpoint(net_g, optim_g, scheduler_g, epoch, os.path.join(args.model_dir, f"G_{epoch}.pth"))
        utils.save_checkpoint(net_d, optim_d, scheduler_d, epoch, os.path.join(args.model_dir, f"D_{epoch}.pth"))


if __name__ == "__main__":
    main()
