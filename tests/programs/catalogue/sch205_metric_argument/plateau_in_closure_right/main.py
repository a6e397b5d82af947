"""The closure hands the metric on."""
import torch


def fit(net, loader, optimizer, epochs, on_epoch_end):
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(net(x), y)
            loss.backward()
            optimizer.step()
        on_epoch_end(loss.item())


def main(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=2)

    def end(loss):
        print(loss)
        plateau.step(loss)

    fit(net, loader, optimizer, 100, end)
