"""Federated averaging: a server schedule steps per communication round; clients train with an SGD of their own."""
import copy

import torch


class Client:
    def __init__(self, loader, local_epochs):
        self.loader, self.local_epochs = loader, local_epochs

    def update(self, model, lr):
        local = copy.deepcopy(model)
        opt = torch.optim.SGD(local.parameters(), lr=lr)
        for _ in range(self.local_epochs):
            for x, y in self.loader:
                opt.zero_grad()
                torch.nn.functional.cross_entropy(local(x), y).backward()
                opt.step()
        return local.state_dict()


def server(model, clients, rounds=100):
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.99)
    for _ in range(rounds):
        states = [c.update(model, sched.get_last_lr()[0]) for c in clients]
        mean = {k: torch.stack([s[k].float() for s in states]).mean(0) for k in states[0]}
        opt.zero_grad()
        for name, p in model.named_parameters():
            p.grad = p.detach() - mean[name]
        opt.step()
        sched.step()
