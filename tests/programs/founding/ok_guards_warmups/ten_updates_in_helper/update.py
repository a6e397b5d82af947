"""A helper does the optimizer's step with a step counter and steps the schedule only when `step % decay_every == 0`."""
import torch


class Updater:
    def __init__(self, net, decay_every=1000):
        self.opt = torch.optim.Adam(net.parameters(), lr=1e-3)
        self.decay = torch.optim.lr_scheduler.ExponentialLR(self.opt, 0.9)
        self.decay_every, self.step_count = decay_every, 0

    def __call__(self, loss):
        self.opt.zero_grad()
        loss.backward()
        self.opt.step()
        self.step_count += 1
        if self.step_count % self.decay_every == 0:
            self.decay.step()


def main(net, loader, epochs):
    update = Updater(net)
    for _ in range(epochs):
        for x in loader:
            update(net(x).mean())
