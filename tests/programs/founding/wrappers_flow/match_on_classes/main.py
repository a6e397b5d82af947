"""match on config dicts with capture patterns; each case is written in epochs and moves per batch."""
import torch
from torch.optim import lr_scheduler as S


def make(opt, spec, epochs):
    match spec:
        case {"kind": "multi", "at": [*fractions]}:
            return S.MultiStepLR(opt, [int(f * epochs) for f in fractions])
        case {"kind": "cosine"} | {"kind": "cos"}:
            return S.CosineAnnealingLR(opt, epochs)
    raise ValueError(spec)


def main(net, loader, epochs=60):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = make(opt, {"kind": "cos"}, epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            lrs.step()  # expect: SCH201
