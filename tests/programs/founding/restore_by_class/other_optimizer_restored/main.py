"""The optimizer restored early is the discriminator's; the generator's warm-up is built after it: silent."""
import torch
from torch.optim.lr_scheduler import LinearLR


def main(gen, dis, loader, f):
    opt_gen = torch.optim.Adam(gen.parameters(), lr=1e-4)
    opt_dis = torch.optim.Adam(dis.parameters(), lr=1e-4)
    blob = torch.load(f)
    opt_dis.load_state_dict(blob["opt_dis"])
    warm = LinearLR(opt_gen, start_factor=0.1, total_iters=8)
    opt_gen.load_state_dict(blob["opt_gen"])
    warm.load_state_dict(blob["warm"])
    for _ in range(blob["epoch"], 60):
        for real in loader:
            opt_dis.zero_grad()
            (dis(gen(real).detach()) - dis(real)).mean().backward()
            opt_dis.step()
            opt_gen.zero_grad()
            (-dis(gen(real))).mean().backward()
            opt_gen.step()
        warm.step()
