import torch


def build(opt, kind: str, epochs: int):
    match kind:
        case "cos":
            return torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs)
        case "poly":
            return torch.optim.lr_scheduler.PolynomialLR(opt, epochs)


def main(net, loader, kind, epochs=50):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = build(opt, kind, epochs)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()  # expect: SCH201
