"""scheduler.last_epoch is written by hand after both are built and the optimizer restored."""
import torch


def main(net, loader, path, epochs=100):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    state = torch.load(path)
    net.load_state_dict(state["net"])
    optimizer.load_state_dict(state["optimizer"])
    cosine.last_epoch = state["epoch"]
    for epoch in range(state["epoch"], epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        cosine.step()
