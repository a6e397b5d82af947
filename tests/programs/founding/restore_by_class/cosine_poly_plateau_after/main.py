"""CosineAnnealingLR, PolynomialLR and ReduceLROnPlateau write nothing when built after the restore: silent."""
import torch
from torch.optim import Adam
from torch.optim.lr_scheduler import CosineAnnealingLR, PolynomialLR, ReduceLROnPlateau


def main(enc, dec, head, loader, evaluate, f, epochs=100):
    opts = [Adam(m.parameters(), lr=1e-3) for m in (enc, dec, head)]
    saved = torch.load(f)
    for o, s in zip(opts, saved["opts"]):
        o.load_state_dict(s)
    a = CosineAnnealingLR(opts[0], T_max=epochs)
    b = PolynomialLR(opts[1], total_iters=epochs)
    c = ReduceLROnPlateau(opts[2], patience=4)
    a.load_state_dict(saved["a"])
    b.load_state_dict(saved["b"])
    c.load_state_dict(saved["c"])
    for _ in range(saved["epoch"] + 1, epochs):
        for x in loader:
            for o in opts:
                o.zero_grad()
            head(dec(enc(x))).sum().backward()
            for o in opts:
                o.step()
        a.step()
        b.step()
        c.step(evaluate())
