"""add_param_group on an optimizer without any scheduler; the scheduled one is left alone."""
import torch


class TwoNets:
    def __init__(self, encoder, decoder):
        self.encoder, self.decoder = encoder, decoder
        self.opt_e = torch.optim.Adam(encoder.parameters(), lr=1e-3)
        self.opt_d = torch.optim.Adam(decoder.parameters(), lr=1e-3)
        self.sched = torch.optim.lr_scheduler.StepLR(self.opt_e, 10)

    def extend(self, extra):
        self.opt_d.add_param_group({"params": extra.parameters()})

    def fit(self, loader, epochs):
        for _ in range(epochs):
            for x in loader:
                self.opt_e.zero_grad()
                self.opt_d.zero_grad()
                self.decoder(self.encoder(x)).mean().backward()
                self.opt_e.step()
                self.opt_d.step()
            self.sched.step()


def main(encoder, decoder, extra, loader):
    nets = TwoNets(encoder, decoder)
    nets.extend(extra)
    nets.fit(loader, 30)
