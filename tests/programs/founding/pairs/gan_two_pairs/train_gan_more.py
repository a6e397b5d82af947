import torch
from torch.optim import Adam
from torch.optim.lr_scheduler import StepLR
from train_gan import FILE, turn


def main(G, D, loader):
    opt_g = Adam(G.parameters(), lr=1e-4)
    opt_d = Adam(D.parameters(), lr=1e-4)  # expect: SCH304
    sch_g = StepLR(opt_g, 50)
    sch_d = StepLR(opt_d, 25)  # expect: SCH301
    s = torch.load(FILE)
    for key, part in zip(("G", "D", "opt_g", "opt_d", "sch_g", "sch_d"), (G, D, opt_g, opt_d, sch_g, sch_d)):
        part.load_state_dict(s[key])
    for _ in range(100, 200):
        for x in loader:
            turn(G, D, opt_g, opt_d, x)
        sch_g.step()
        sch_d.step()
