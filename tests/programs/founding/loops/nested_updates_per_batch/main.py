"""Several updates per batch (adversarial inner turns); horizon in batches, moved once per batch after the turns: silent."""
import torch


def main(net, loader, epochs=7, inner=3):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs * len(loader))
    for _ in range(epochs):
        for x, y in loader:
            delta = torch.zeros_like(x, requires_grad=True)
            for _ in range(inner):
                loss = torch.nn.functional.cross_entropy(net(x + delta), y)
                opt.zero_grad()
                loss.backward()
                opt.step()
                delta.data = (delta + 0.01 * delta.grad.sign()).clamp(-0.03, 0.03)
            lrs.step()
