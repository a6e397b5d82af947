"""Curriculum and temperature schedulers of the project have step() per batch and state dicts of their own."""
import torch


class Temperature:
    def __init__(self, start, total_epochs):
        self.value, self.total_epochs, self.i = start, total_epochs, 0

    def step(self):
        self.i += 1
        self.value *= 0.999

    def state_dict(self):
        return {"value": self.value, "i": self.i}

    def load_state_dict(self, s):
        self.value, self.i = s["value"], s["i"]


def main(net, loader, epochs, resume=None):
    optimizer = torch.optim.Adam(net.parameters())
    scheduler = Temperature(1.0, epochs)
    if resume:
        s = torch.load(resume)
        scheduler.load_state_dict(s["scheduler"])
        optimizer.load_state_dict(s["optimizer"])
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x, scheduler.value).sum().backward()
            optimizer.step()
            scheduler.step()
