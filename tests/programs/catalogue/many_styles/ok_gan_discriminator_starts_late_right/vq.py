import torch


class Run:
    def __init__(self, gen, disc, epochs):
        self.gen, self.disc = gen, disc
        self.og = torch.optim.Adam(gen.parameters(), 1e-4)
        self.od = torch.optim.Adam(disc.parameters(), 1e-4)
        self.sg = torch.optim.lr_scheduler.CosineAnnealingLR(self.og, epochs)
        self.sd = torch.optim.lr_scheduler.CosineAnnealingLR(self.od, epochs)
        self.disc_start = 10

    def fit(self, loader, epochs):
        for epoch in range(epochs):
            for x in loader:
                self.og.zero_grad()
                self.gen(x).mean().backward()
                self.og.step()
                if epoch >= self.disc_start:
                    self.od.zero_grad()
                    self.disc(x).mean().backward()
                    self.od.step()
            self.sg.step()
            if epoch >= self.disc_start:
                self.sd.step()


def main(gen, disc, loader):
    Run(gen, disc, 80).fit(loader, 80)
