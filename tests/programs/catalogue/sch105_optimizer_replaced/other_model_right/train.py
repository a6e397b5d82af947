"""The same name serves a second, unscheduled optimizer of another model (distillation into a probe)."""
import torch


def train_backbone(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    for _ in range(90):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()


def train_probe(net, probe, loader):
    optimizer = torch.optim.SGD(probe.parameters(), lr=1.0)
    for _ in range(5):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(probe(net(x).detach()), y).backward()
            optimizer.step()


def main(net, probe, loader, labelled):
    train_backbone(net, loader)
    train_probe(net, probe, labelled)
