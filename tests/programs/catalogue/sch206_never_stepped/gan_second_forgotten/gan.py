"""Two schedulers; only the generator's is stepped."""
import torch
from torch.optim.lr_scheduler import LinearLR


def main(gen, dis, loader, epochs=60):
    og = torch.optim.Adam(gen.parameters(), 2e-4)
    od = torch.optim.Adam(dis.parameters(), 2e-4)
    sg = LinearLR(og, 1.0, 0.0, total_iters=epochs)
    sd = LinearLR(od, 1.0, 0.0, total_iters=epochs)  # expect: SCH206
    for _ in range(epochs):
        for real in loader:
            fake = gen(torch.randn(len(real), 8))
            od.zero_grad()
            (dis(fake.detach()) - dis(real)).mean().backward()
            od.step()
            og.zero_grad()
            (-dis(fake)).mean().backward()
            og.step()
        sg.step()
    return sd.get_last_lr()
