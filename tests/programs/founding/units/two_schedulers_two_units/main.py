"""A per-batch warm-up and a per-epoch decay on two optimizers, each at its place: silent."""
import torch
from torch.optim.lr_scheduler import LambdaLR, MultiStepLR


def main(backbone, head, loader, epochs=60):
    opt_b = torch.optim.SGD(backbone.parameters(), lr=0.01)
    opt_h = torch.optim.SGD(head.parameters(), lr=0.1)
    total_iters = epochs * len(loader)
    poly = LambdaLR(opt_b, lambda it: (1 - it / total_iters) ** 0.9)
    steps = MultiStepLR(opt_h, [30, 50])
    for _ in range(epochs):
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(head(backbone(x)), y)
            for o in (opt_b, opt_h):
                o.zero_grad()
            loss.backward()
            for o in (opt_b, opt_h):
                o.step()
            poly.step()
        steps.step()
