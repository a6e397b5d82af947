"""A plateau class of the project keeps the metric elsewhere; ignite's and timm's have their own step."""
import torch
from plateau import ReduceLROnPlateau


def main(net, loader, epochs=30):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = ReduceLROnPlateau(optimizer)
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(net(x), y)
            loss.backward()
            optimizer.step()
            scheduler.record(loss.item())
        scheduler.step()
