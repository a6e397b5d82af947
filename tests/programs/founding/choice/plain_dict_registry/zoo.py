"""A dict filled by a decorator function; the registered builder's horizon is in batches but it is stepped per epoch."""
import torch

POLICIES = {}


def policy(name):
    def wrap(f):
        POLICIES[name] = f
        return f

    return wrap


@policy("anneal")
def anneal(optimizer, epochs, iters_per_epoch):
    return torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs * iters_per_epoch)


def main(net, train_loader, name="anneal", epochs=10):
    optimizer = torch.optim.Adam(net.parameters())
    lr_sched = POLICIES[name](optimizer, epochs, len(train_loader))
    for _ in range(epochs):
        for xb in train_loader:
            optimizer.zero_grad()
            net(xb).sum().backward()
            optimizer.step()
        lr_sched.step()  # expect: SCH202
