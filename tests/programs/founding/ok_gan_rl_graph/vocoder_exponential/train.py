"""HiFi-GAN: ExponentialLR with last_epoch, states loaded before the schedulers are built, stepped per epoch."""
import itertools
import os

import torch


def scan_checkpoint(d):
    return os.path.join(d, "do_latest") if os.path.isdir(d) else None


def train(h, a, generator, mpd, msd, train_loader):
    cp = scan_checkpoint(a.checkpoint_path)
    state, last_epoch, steps = None, -1, 0
    if cp is not None:
        state = torch.load(cp)
        generator.load_state_dict(state["generator"])
        steps, last_epoch = state["steps"] + 1, state["epoch"]
    optim_g = torch.optim.AdamW(generator.parameters(), h.learning_rate, betas=(h.adam_b1, h.adam_b2))
    optim_d = torch.optim.AdamW(itertools.chain(msd.parameters(), mpd.parameters()), h.learning_rate)
    if state is not None:
        optim_g.load_state_dict(state["optim_g"])
        optim_d.load_state_dict(state["optim_d"])
    scheduler_g = torch.optim.lr_scheduler.ExponentialLR(optim_g, gamma=h.lr_decay, last_epoch=last_epoch)
    scheduler_d = torch.optim.lr_scheduler.ExponentialLR(optim_d, gamma=h.lr_decay, last_epoch=last_epoch)
    for epoch in range(max(0, last_epoch), a.training_epochs):
        for x, y in train_loader:
            g = generator(x)
            optim_d.zero_grad()
            (mpd(y, g.detach()) + msd(y, g.detach())).backward()
            optim_d.step()
            optim_g.zero_grad()
            torch.nn.functional.l1_loss(g, y).backward()
            optim_g.step()
            steps += 1
        scheduler_g.step()
        scheduler_d.step()
