"""GAN: only the discriminator's schedule and LR differ in the script that goes on; the generator's agree."""
import torch
from torch.optim import Adam
from torch.optim.lr_scheduler import StepLR

FILE = "gan/{:s}.pth".format("both")


def turn(G, D, og, od, x):
    od.zero_grad()
    (D(G(x).detach()) - D(x)).mean().backward()
    od.step()
    og.zero_grad()
    (-D(G(x))).mean().backward()
    og.step()


def main(G, D, loader):
    opt_g, opt_d = Adam(G.parameters(), lr=1e-4), Adam(D.parameters(), lr=4e-4)
    sch_g, sch_d = StepLR(opt_g, 50), StepLR(opt_d, 50)
    for _ in range(100):
        for x in loader:
            turn(G, D, opt_g, opt_d, x)
        sch_g.step()
        sch_d.step()
    named = {"G": G, "D": D, "opt_g": opt_g, "opt_d": opt_d, "sch_g": sch_g, "sch_d": sch_d}
    torch.save({k: v.state_dict() for k, v in named.items()}, FILE)
